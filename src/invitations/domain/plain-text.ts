// Signs that cannot be seen (soft hyphens, zero-width signs, marks that turn the reading direction) would hide
// a word from the neutral check, so they go; what breaks a line, or is half a character, becomes a space.
const unseen = /\p{Cf}/gu;
const breaking = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu;

/** One line with nothing hidden in it, whatever was typed: the last guard after the forms' own. */
export const plainLine = (text: string): string => text.replace(unseen, '').replace(breaking, ' ').trim();

/** As `plainLine`, line by line, each indented as it was. */
export const plainLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${/^ */.exec(line)?.[0] ?? ''}${plainLine(line)}`)
    .join('\n');

// A quote would end a calendar's parameter early, and some calendars take any backslash for an escape.
export const unquoted = (text: string): string => text.replace(/["\\]/g, '');
