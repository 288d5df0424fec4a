import type { CopyInWords } from './copies.pages';

/** A copy as plain text, lines ended by LF, for whoever wants to read it in another program. */
export function copyAsText(copy: CopyInWords): string {
  const head = [copy.title, copy.caption, copy.when, copy.forWhom, copy.kind];
  const people = copy.attendance.rows.map(({ key, value }) => `${key}: ${value}`);
  const items = copy.items.map(({ title, isPutOff, lines }) =>
    [underlined(title), ...lines.map(({ kind, text }) => `${kind}: ${text}`), isPutOff].filter(isSaid).join('\n'),
  );
  const parts = [head.filter(isSaid).join('\n'), people.join('\n'), ...items, copy.isEmpty, copy.next, copy.foot];
  return `${parts.filter(isSaid).join('\n\n')}\n`;
}

const isSaid = (text: string): boolean => text !== '';

const underlined = (title: string): string => `${title}\n${'-'.repeat(title.length)}`;
