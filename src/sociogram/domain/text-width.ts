// Widths in parts of the type size, a little wider than Source Sans 3 semibold is, so that what fits here fits in print.
const narrow = /^[fijlrtI.,:;'’!|() -]$/;
const wide = /^[mwMWÅÆŒ@%—…]$/;
const capital = /^\p{Lu}$/u;
const latin = /^[\u0020-\u024f\u2010-\u2027]$/;

const widthOf = (letter: string): number => {
  if (!latin.test(letter)) return 1.05;
  if (narrow.test(letter)) return 0.38;
  if (wide.test(letter)) return 0.92;
  return capital.test(letter) ? 0.68 : 0.57;
};

/** At most how wide the text is when set in this size. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + widthOf(letter) * size, 0);

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
