/** How easily a text is read: LIX = words / sentences + 100 · words of more than six letters / words. */
export interface Readability {
  readonly lix: number;
  readonly wordsPerSentence: number;
}

const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

// A sentence ends with . ! ? or : or with its line; a point inside a number or time ends nothing.
const sentences = (text: string): readonly string[] =>
  text.split(/[.!?:](?=\s|$)|\n/).filter((sentence) => words(sentence).length > 0);

export function readabilityOf(text: string): Readability {
  const all = words(text);
  const long = all.filter((word) => word.length > 6);
  const wordsPerSentence = all.length / sentences(text).length;
  return { lix: wordsPerSentence + (100 * long.length) / all.length, wordsPerSentence };
}
