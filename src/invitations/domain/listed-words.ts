import { folded, type SeenText } from './seen-text';

/** The first listed word in a text, or null. */
export type ListedWordSearch = (seen: SeenText) => string | null;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const oneOf = (stems: readonly string[]): string =>
  stems
    .map((stem) => escaped(stem).replaceAll(' ', '\\s+'))
    .toSorted()
    .join('|');

/** Searches for stems at the start of words; with `*` in front also inside them. Made once for all mails. */
export function listedWordSearch(listed: readonly string[]): ListedWordSearch {
  const inside = oneOf(listed.filter((word) => word.startsWith('*')).map((word) => folded(word.slice(1))));
  const atStart = oneOf(listed.filter((word) => !word.startsWith('*')).map(folded));
  if (listed.length === 0) return () => null;
  // Nearly every text holds none of them in any place, which a plain look finds out soonest.
  const anywhere = new RegExp([inside, atStart].filter((stems) => stems !== '').join('|'));
  const asWord = [
    ...(inside === '' ? [] : [new RegExp(`(?:${inside})[\\p{L}\\p{M}]*`, 'iu')]),
    ...(atStart === '' ? [] : [new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${atStart})[\\p{L}\\p{M}]*`, 'iu')]),
  ];
  return ({ text, lower }) =>
    anywhere.test(lower) ? (asWord.map((stem) => stem.exec(text)?.[0]).find(Boolean) ?? null) : null;
}
