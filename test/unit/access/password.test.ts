import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DomainError } from '../../../src/kernel/domain-error';
import { asTyped, chosenPassword } from '../../../src/access/domain/password';

function answerTo(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (fault) {
    return (fault as DomainError).code;
  }
}

const rules = {
  email: 'siv.ek@bjorkvik.example',
  organisation: 'Björkviks kommun',
  isCommon: (password: string): boolean => password === 'sommaren2026',
};

describe('a password', () => {
  it.each(['blå cykel under bron', 'tolv tecken!', 'x7!Kq2#Lm9@z', 'å'.repeat(10) + 'xyz', 'en mening '.repeat(12)])(
    'may be %p',
    (typed) => {
      expect(chosenPassword(typed, rules)).toBe(typed);
    },
  );

  it.each([
    ['elva tecken', 'passwordTooShort'],
    ['🙂'.repeat(11), 'passwordTooShort'],
    ['ab c'.repeat(33), 'passwordTooLong'],
    ['Sommaren2026', 'passwordCommon'],
    ['1111111111111', 'passwordCommon'],
    ['abababababababab', 'passwordCommon'],
    ['hej SIV.EK hopp', 'passwordHoldsEmail'],
    ['hej siv ek hopp', 'passwordHoldsEmail'],
    ['på bjorkviks kommun', null],
    ['på björkviks kommun', 'passwordHoldsOrganisation'],
    ['BJÖRKVIKS_KOMMUN!', 'passwordHoldsOrganisation'],
  ])('%p is answered with %p', (typed, code) => {
    expect(answerTo(() => chosenPassword(typed, rules))).toBe(code);
  });

  it('is the same whether å comes as one sign or as two', () => {
    expect(asTyped('bla\u030a ha\u0308st')).toBe('blå häst');
  });
});

describe('the list of common passwords', () => {
  const text = readFileSync(join(__dirname, '../../../data/reference/common-passwords.txt'), 'utf8');
  const list = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('holds each once, in small letters, and none too short to be chosen anyway', () => {
    expect(new Set(list).size).toBe(list.length);
    expect(list.filter((password) => password !== asTyped(password).toLowerCase())).toEqual([]);
    expect(list.filter((password) => Array.from(password).length < 12)).toEqual([]);
  });

  it.each(['password1234', 'qwertyuiop12', 'lösenord1234', 'välkommen123', 'sommaren2026'])('holds %s', (password) => {
    expect(list).toContain(password);
  });
});
