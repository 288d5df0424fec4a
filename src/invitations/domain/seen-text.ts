import { comparable, isPlain } from './readable-text';

/** A comparable text as the searches for telling words see it. */
export interface SeenText {
  readonly text: string;
  /** In lower case and on one line. */
  readonly lower: string;
  /** The words of `lower`, in order. */
  readonly words: readonly string[];
}

export function seen(text: string): SeenText {
  const lower = lowered(text);
  return { text, lower, words: wordsIn(lower) };
}

/** One line in lower case: what is compared when people write the same thing in different ways. */
export const folded = (text: string): string => lowered(comparable(text)).trim();

// Greek writes its s in another way at the end of a word.
const lowered = (text: string): string => text.toLowerCase().replaceAll('ς', 'σ').replaceAll('\n', ' ');

// Among the signs of our own sentences both say the same, and the first says it much sooner.
export const wordsIn = (text: string): readonly string[] =>
  text.match(isPlain(text) ? /[\dA-Za-zÀ-ÖØ-öø-ÿ]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Whether `wanted` stands somewhere in the text with fitting neighbours; each gets the few signs next to it. */
export function standsIn(text: string, wanted: string, fits = isWhole): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (fits(text.slice(Math.max(0, at - neighbours), at), text.slice(end, end + neighbours))) return true;
  }
  return false;
}

const neighbours = 6;

/** Not a part of a longer word. */
const isWhole = (before: string, after: string): boolean =>
  !/[\p{L}\p{M}\p{N}]$/u.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after);
