export const largestMail = 1024 * 1024;
const mostParts = 50;

/** Whether a mail has more parts than a reply has, told from its boundary lines before anything is parsed. */
export function hasTooManyParts(raw: string): boolean {
  const boundaries = new Set<string>();
  for (const [, quoted, bare] of raw.matchAll(/boundary(?:\*0?\*?)?\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi))
    if (boundaries.add(quoted ?? bare ?? '').size > mostParts) return true;
  let parts = 0;
  for (const [, line = ''] of raw.matchAll(/^--([^\r\n]*)/gm)) {
    if (boundaries.has(line.trimEnd())) parts += 1;
    if (parts > mostParts) return true;
  }
  return false;
}
