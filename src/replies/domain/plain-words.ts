import { holdsPersonalNumber } from '../../people/domain/personal-number';

const longest = 2000;

/**
 * What a calendar or a mail program sent along, as text we would have taken from a form: no control characters, no
 * marks that turn the reading direction, nothing that looks like a template, not endless. It is never refused, because
 * the answer it came with would be lost with it.
 */
export function plainWords(text: string, max = longest): string {
  const plain = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
    .replace(/([{}])(?=\1)/g, '$1 ')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return withoutNumber(cut(plain, max));
}

/** As `plainWords`, on one line. */
export const plainWordsOnALine = (text: string, max = 200): string => plainWords(text.replace(/\s+/g, ' '), max);

// A cut between the two halves of a character would leave one that no database takes.
const cut = (text: string, max: number): string =>
  (text.length > max ? text.slice(0, max) : text).replace(/[\ud800-\udbff]$/, '').trim();

// There is no field for a personal number and none takes it; its digits are left out and the words are kept.
const withoutNumber = (text: string): string =>
  holdsPersonalNumber(text) ? text.replace(/\d[-+\u2013 ]?/g, '') : text;
