import { createHash } from 'node:crypto';

// What the writer gave it. The headers that servers add on the way differ from copy to copy.
const ownHeaders = ['message-id', 'date', 'from', 'to'];

/** The same for two copies of one mail, whichever way each of them came: 64 hex letters. */
export function mailKey(raw: Buffer): string {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const body = end ? text.slice(end.index + end[0].length) : '';
  const own = ownHeaders.map((name) => headerIn(head, name));
  return createHash('sha256').update(JSON.stringify(own)).update(body, 'latin1').digest('hex');
}

const headerIn = (head: string, name: string): string =>
  new RegExp(`^${name}:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(head)?.[1]?.trim() ?? '';
