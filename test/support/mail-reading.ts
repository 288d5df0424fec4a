import { type MimePart, mimeTree } from './mime-tree';

/** One mail as somebody with a copy of it could read it, by a decoder of the tests' own. */
export interface ReadMail {
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Every header of every part, and every body, decoded; calendars unfolded. */
  readonly pieces: readonly string[];
  readonly calendars: readonly string[];
}

export function readMail(raw: Buffer): ReadMail {
  const tree = mimeTree(raw.toString('latin1'));
  const all = partsIn(tree);
  const calendars = all.filter(({ type }) => type.toLowerCase() === 'text/calendar').map(bodyOf);
  const heads = all.map(({ head }) => wordsOf(Buffer.from(head, 'latin1').toString('utf8')));
  const bodies = all.filter(({ parts }) => parts.length === 0).map(bodyOf);
  return { headers: headersIn(tree.head), pieces: [...heads, ...bodies, ...calendars.map(unfolded)], calendars };
}

const partsIn = (part: MimePart): readonly MimePart[] => [part, ...part.parts.flatMap(partsIn)];

function headersIn(head: string): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const line of head.split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), wordsOf(value)]);
  }
  return headers;
}

// RFC 2047 §6.2: white space between two encoded words is no part of the text.
const wordsOf = (text: string): string =>
  text
    .replace(/(=\?[^?\s]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?[^?\s]+\?([BQ])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64').toString('utf8')
        : quotedPrintable(word.replaceAll('_', ' ')),
    );

function bodyOf({ head, body }: MimePart): string {
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase() ?? '7bit';
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r?\n/g, ''));
  return Buffer.from(body, 'latin1').toString('utf8');
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** RFC 5545 §3.1 */
const unfolded = (calendar: string): string => calendar.replace(/\r?\n[ \t]/g, '');
