import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { type DecodedPiece, partPiece } from './decoded-piece';
import { ownMimePieces } from './own-mime';

const partHeader = /^(content-[a-z-]+|x-[a-z-]+):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)/gim;

/** Every piece of a mail that somebody, or some program, could read: headers, part headers, bodies, attachments. */
export const decodeMail = async (raw: Buffer): Promise<readonly DecodedPiece[]> =>
  ownMimePieces(raw) ?? (await piecesOfAnyMail(raw));

/** As `decodeMail`, whoever wrote the mail. */
export async function piecesOfAnyMail(raw: Buffer): Promise<readonly DecodedPiece[]> {
  const email = await PostalMime.parse(raw);
  const attached = email.attachments.map(({ mimeType, content }) => partPiece(mimeType, textIn(content)));
  return [...headers(email), ...partHeaders(raw), ...bodies(email), ...attached];
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
  if (text !== undefined) pieces.push(partPiece('text/plain', text));
  if (html !== undefined) pieces.push(partPiece('text/html', html));
  return pieces;
}

const textIn = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('utf8');
