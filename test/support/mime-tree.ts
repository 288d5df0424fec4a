/** A MIME part as it stands in the bytes. */
export interface MimePart {
  readonly type: string;
  readonly head: string;
  readonly body: string;
  readonly parts: readonly MimePart[];
}

/** Reads the tree by its boundaries, without the library that wrote it. */
export function mimeTree(raw: string): MimePart {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  const body = raw.slice(head.length + 4);
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const type = /^content-type: *([^;\r\n]+)/im.exec(unfolded)?.[1] ?? '';
  const boundary = /boundary="([^"]+)"/i.exec(unfolded)?.[1];
  if (boundary === undefined) return { type, head: unfolded, body, parts: [] };
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { type, head: unfolded, body, parts: parts.map((part) => mimeTree(part.replace(/^\r\n/, ''))) };
}

/** "multipart/mixed [text/plain, text/html]" */
export const outline = ({ type, parts }: MimePart): string =>
  parts.length === 0 ? type : `${type} [${parts.map(outline).join(', ')}]`;
