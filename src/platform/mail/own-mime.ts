import { isAscii } from 'node:buffer';
import { decodeWords } from 'postal-mime';
import { type DecodedPiece, partPiece } from './decoded-piece';

/**
 * Reads the bytes of a mail in the few forms that `compose` writes, many times faster than the general reader.
 * null: something is packed in another way, so that programs may read it differently; then the general reader judges.
 */
export const ownMimePieces = (raw: Buffer): readonly DecodedPiece[] | null =>
  isAscii(raw) ? entityPieces(raw.toString('latin1')) : null;

type Pieces = readonly DecodedPiece[] | null;
type Headers = ReadonlyMap<string, string>;

const header = /^([A-Za-z-]+): (.*)$/;
const multipart = /^multipart\/(?:mixed|alternative);\s+boundary="([\w-]+)"$/;
const leaf =
  /^(text\/(?:plain|html|calendar)|application\/ics)(?:; (?:charset=utf-8|method=[A-Z]+|name=[a-z]+\.ics))*$/;

function entityPieces(entity: string): Pieces {
  const end = entity.indexOf('\r\n\r\n');
  const headers = headersIn(entity.slice(0, end));
  if (end < 0 || headers === null) return null;
  const content = contentPieces(headers, entity.slice(end + 4));
  return content && [...[...headers].map(headerPiece), ...content];
}

function headersIn(head: string): Headers | null {
  const lines = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = header.exec(line) ?? [];
    headers.set(name.toLowerCase(), value);
  }
  return headers.has('') || headers.size < lines.length ? null : headers;
}

const headerPiece = ([name, value]: readonly [string, string]): DecodedPiece => ({
  kind: 'header',
  name,
  text: value.includes('=?') ? decodeWords(value) : value,
});

function contentPieces(headers: Headers, body: string): Pieces {
  const type = headers.get('content-type') ?? '';
  const boundary = multipart.exec(type)?.[1];
  if (boundary !== undefined) return partsPieces(`--${boundary}`, body);
  const mediaType = leaf.exec(type)?.[1];
  const text = decoded(headers.get('content-transfer-encoding'), body);
  return mediaType === undefined || text === null ? null : [partPiece(mediaType, text.replaceAll('\r\n', '\n'))];
}

function partsPieces(delimiter: string, body: string): Pieces {
  const [before, ...parts] = `\r\n${body}`.split(`\r\n${delimiter}`);
  const after = parts.pop();
  if (before !== '' || after !== '--\r\n') return null;
  const pieces = parts.map((part) => (part.startsWith('\r\n') ? entityPieces(part.slice(2)) : null));
  return pieces.some((found) => found === null) ? null : pieces.flatMap((found) => found ?? []);
}

function decoded(encoding: string | undefined, body: string): string | null {
  if (encoding === 'base64') return base64.test(body) ? Buffer.from(body, 'base64').toString('utf8') : null;
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : null;
}

const base64 = /^[A-Za-z0-9+/\r\n]*={0,2}$/;
const strayEquals = /=(?![0-9A-F]{2})/;

// Percent-encoding is the same thing with another sign, and the engine's own reader of it refuses broken UTF-8.
function fromQuotedPrintable(body: string): string | null {
  const lines = body.replaceAll('=\r\n', '');
  if (strayEquals.test(lines)) return null;
  try {
    return decodeURIComponent(lines.replaceAll('%', '%25').replaceAll('=', '%'));
  } catch {
    return null;
  }
}
