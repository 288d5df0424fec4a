import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime';

/** One readable piece of a mail after every transfer encoding is undone. */
export interface DecodedPiece {
  readonly kind: 'header' | 'text' | 'html' | 'calendar' | 'other';
  /** The header's name or the part's media type. */
  readonly name: string;
  readonly text: string;
}

const partHeader = /^(content-[a-z-]+|x-[a-z-]+):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/gim;

/** Every piece of a mail that somebody, or some program, could read: headers, part headers, bodies, attachments. */
export async function decodeMail(raw: Buffer): Promise<readonly DecodedPiece[]> {
  const email = await PostalMime.parse(raw);
  return [...headers(email), ...partHeaders(raw), ...bodies(email), ...email.attachments.map(attachment)];
}

const headers = (email: Email): DecodedPiece[] =>
  email.headers.map(({ key, value }) => ({ kind: 'header', name: key, text: decodeWords(value) }));

// The reader keeps only the outermost headers, but a file name or a description further in tells as much.
const partHeaders = (raw: Buffer): DecodedPiece[] =>
  [...raw.toString('latin1').matchAll(partHeader)].map(([, name = '', value = '']) => ({
    kind: 'header',
    name: name.toLowerCase(),
    text: decodeWords(Buffer.from(value, 'latin1').toString('utf8').replace(/\r?\n/g, '')),
  }));

function bodies({ text, html }: Email): DecodedPiece[] {
  const pieces: DecodedPiece[] = [];
  if (text !== undefined) pieces.push({ kind: 'text', name: 'text/plain', text });
  if (html !== undefined) pieces.push({ kind: 'html', name: 'text/html', text: html });
  return pieces;
}

const kindOf: Readonly<Record<string, DecodedPiece['kind']>> = {
  'text/calendar': 'calendar',
  'application/ics': 'calendar',
  'text/html': 'html',
  'text/plain': 'text',
};

const attachment = ({ mimeType, content }: Attachment): DecodedPiece => ({
  kind: kindOf[mimeType] ?? 'other',
  name: mimeType,
  text: typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8'),
});
