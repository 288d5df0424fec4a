import * as fc from 'fast-check';
import { EmailAddress } from '../../../src/people/domain/email-address';

const codeOf = (text: string): string => {
  try {
    return EmailAddress.of(text).toString();
  } catch (fault) {
    return (fault as { code: string }).code;
  }
};

describe('an e-mail address', () => {
  it.each(['b@x.se,evil@e.se', 'b@x.se;evil@e.se', 'b@x.se evil@e.se@x.se', 'b@x.se@e.se'])(
    'is one address only: %s',
    (typed) => {
      expect(codeOf(typed)).toBe('moreThanOneAddress');
    },
  );

  it.each([
    'Eva <eva@post.example>',
    '"eva berg"@post.example',
    'eva',
    '@post.example',
    'eva@post',
    'eva@127.0.0.1',
    'eva@[127.0.0.1]',
    'eva@-post.example',
    'eva@post..example',
    '.eva@post.example',
    'eva@post.example/x',
    'eva@po%73t.example',
    'évå@post.example',
  ])('has no name, quotes or number beside it: %s', (typed) => {
    expect(codeOf(typed)).toBe('notAnAddress');
  });

  it.each(['eva@post.example\r\nBcc: x', 'eva\u202e@post.example', 'eva\u0000@post.example'])(
    'hides nothing: %j',
    (typed) => {
      expect(codeOf(typed)).toBe('fieldWithHiddenCharacters');
    },
  );

  it('keeps to 64 and 254 signs', () => {
    const label = 'a'.repeat(60);
    expect(codeOf(`${'e'.repeat(65)}@post.example`)).toBe('addressTooLong');
    expect(codeOf(`${'e'.repeat(64)}@post.example`)).toBe(`${'e'.repeat(64)}@post.example`);
    expect(codeOf(`${'e'.repeat(60)}@${label}.${label}.${label}.example`)).toMatch(/^e{60}@/);
    expect(codeOf(`${'e'.repeat(64)}@${label}.${label}.${label}.exampless`)).toBe('addressTooLong');
  });

  it('turns a domain with other letters into what goes on the wire, and writes it small', () => {
    expect(codeOf('Eva@Räksmörgås.Example')).toBe('Eva@xn--rksmrgs-5wao1o.example');
  });

  it('does not take a personal number for a name', () => {
    expect(codeOf('191212121212@post.example')).toBe('personalNumberTyped');
  });

  it('is, whatever was typed, one address of plain letters or a refusal', () => {
    const alphabet = fc.constantFrom(...Array.from('abå@@..,;<>"\'()[]:\\ \r\n\0\u202e%é-_+xnſK１．'));
    const typed = fc.oneof(
      fc.string({ unit: alphabet, maxLength: 40 }),
      fc.string({ unit: 'grapheme' }),
      fc.emailAddress(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const outcome = codeOf(text);
        return /^[!-~]+@[a-z0-9.-]+\.[a-z0-9-]+$/.test(outcome)
          ? outcome.split('@').length === 2 && !/[,;<>"()[\]:\\\s]/.test(outcome) && codeOf(outcome) === outcome
          : /^[a-zA-Z]+$/.test(outcome);
      }),
      { numRuns: 2000 },
    );
  });
});
