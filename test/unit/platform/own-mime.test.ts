import fc from 'fast-check';
import { comparable } from '../../../src/invitations/domain/readable-text';
import { compose } from '../../../src/platform/mail/compose';
import { piecesOfAnyMail } from '../../../src/platform/mail/decode';
import type { DecodedPiece } from '../../../src/platform/mail/decoded-piece';
import { ownMimePieces } from '../../../src/platform/mail/own-mime';
import { anInvitation, anOverview } from '../../support/calls';

const unit = fc.oneof(
  fc.constantFrom('å', '=', '=3D', '%41', ' ', '\n', '.', '–', '😀', 'a'.repeat(80)),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const line = fc.array(unit, { maxLength: 30 }).map((units) => `x${units.join('').replace(/\p{Cc}/gu, ' ')}`);
const typed = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

// The general reader trims, and ends calendars, in its own way; the words are the same.
const told = (pieces: readonly DecodedPiece[]): ReadonlySet<string> =>
  new Set(pieces.map(({ kind, name, text }) => `${kind} ${name}: ${comparable(text.replaceAll('\r\n', '\n')).trim()}`));

const packed = (from: string, to: string): Buffer =>
  Buffer.from(compose(anInvitation()).toString('latin1').replace(from, to), 'latin1');

describe('the reader of our own mail', () => {
  it('reads what the general reader does, whatever people typed', async () => {
    await fc.assert(
      fc.asyncProperty(line, typed, typed, async (subject, text, html) => {
        const mail = { ...anInvitation(), subject, text, html: `<p>${html}</p>` };
        const raw = compose(mail);

        expect(told(ownMimePieces(raw) ?? [])).toEqual(told(await piecesOfAnyMail(raw)));
      }),
      { numRuns: 150 },
    );
  });

  it('reads back the texts that were written, letter by letter', () => {
    fc.assert(
      fc.property(typed, typed, (text, html) => {
        const bodies = (ownMimePieces(compose({ ...anOverview(), text, html })) ?? []).filter(
          ({ kind }) => kind !== 'header',
        );

        expect(bodies.map((body) => body.text)).toEqual([text, html]);
      }),
    );
  });

  it.each([
    ['another charset', 'charset=utf-8', 'charset=utf-7'],
    ['another encoding', 'quoted-printable', 'x-uuencode'],
    ['another type of part', 'text/html', 'text/enriched'],
    ['a header that stands twice', 'MIME-Version', 'Content-Type'],
    ['a broken escape', 'v=C3=A4lkommen', 'v=C3=4lkommen'],
    ['half a letter', 'v=C3=A4lkommen', 'v=C3lkommen'],
    ['a letter beyond ASCII', 'Auto-Submitted: auto', 'Auto-Submitted: \xe4uto'],
    ['words before the first part', '\r\n\r\n--', '\r\n\r\npsykiatri\r\n--'],
    ['a line that is no header', 'Auto-Submitted: ', 'Auto Submitted '],
  ])('leaves a mail with %s to the general reader', (_, from, to) => {
    const raw = packed(from, to);

    expect(raw.equals(compose(anInvitation()))).toBe(false);
    expect(ownMimePieces(raw)).toBeNull();
  });

  it('leaves a mail with words after its last part to the general reader', () => {
    expect(ownMimePieces(Buffer.concat([compose(anInvitation()), Buffer.from('diagnos\r\n')]))).toBeNull();
  });
});
