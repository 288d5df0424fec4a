import { hiddenHtml, readableCalendar, readableHtml } from './readable-text';

/** One decoded piece of a mail. */
export interface MailPiece {
  readonly kind: 'header' | 'text' | 'html' | 'calendar' | 'other';
  /** A header's name in lower case, or a part's media type. */
  readonly name: string;
  readonly text: string;
}

/** Words of a mail as somebody, or some program, reads them. */
export interface Passage {
  readonly where: string;
  readonly text: string;
  /** Seen before the mail is opened, or in a calendar shared with others: neutral on every route. */
  readonly isOutside: boolean;
}

/** All that can be read in a mail. */
export const passagesIn = (pieces: readonly MailPiece[]): readonly Passage[] =>
  pieces.filter(isFirstOfItsKind).flatMap(passagesOf);

// A mail carries its calendar twice, to be answered and to be filed; the same words need one look.
const isFirstOfItsKind = (piece: MailPiece, index: number, pieces: readonly MailPiece[]): boolean =>
  piece.kind !== 'calendar' ||
  pieces.findIndex(({ kind, text }) => kind === 'calendar' && text === piece.text) === index;

function passagesOf({ kind, name, text }: MailPiece): readonly Passage[] {
  if (kind === 'header') return [{ where: name, text, isOutside: true }];
  if (kind === 'calendar') return calendarPassages(name, text);
  if (kind !== 'html') return [{ where: name, text, isOutside: false }];
  return [
    { where: name, text: readableHtml(text), isOutside: false },
    { where: `${name} attributes`, text: hiddenHtml(text), isOutside: false },
  ];
}

const insideProperty = /^(?:DESCRIPTION|LOCATION)\b/i;
const fixedProperty = /^(?:BEGIN|END|VERSION|METHOD|CALSCALE|CLASS|TRANSP|STATUS|SEQUENCE|DT[A-Z]+):/i;
// The property's name and the parameters with fixed values: CLASS is not the possessive of Clas.
const fixedWords = /^[A-Z-]+|;(?:ROLE|CUTYPE|PARTSTAT|RSVP)=[A-Z-]+/gi;

function calendarPassages(where: string, text: string): readonly Passage[] {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => !fixedProperty.test(line));
  const values = (isInside: boolean): string =>
    lines
      .filter((line) => insideProperty.test(line) === isInside)
      .map((line) => readableCalendar(line.replace(fixedWords, '').replace(/^:/, '')))
      .join('\n');
  return [
    { where, text: values(false), isOutside: true },
    { where, text: values(true), isOutside: false },
  ];
}
