const blocks = /<\/?(?:p|div|tr|td|th|li|ol|ul|h[1-6]|br|table|caption|title|head|style|body)\b[^>]*>/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  eacute: 'é',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  Eacute: 'É',
};

const styles = /<style\b[^>]*>[\s\S]*?<\/style>/gi;
const comments = /<!--[\s\S]*?(?:-->|$)/g;
const attributes =
  /\s(?!(?:class|style|lang|scope|role|charset|name|content|http-equiv)=)[\w-]+=(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

/** What an eye reads in HTML: tags inside a line vanish, blocks become line breaks, entities are resolved. */
export const readableHtml = (html: string): string =>
  resolved(
    html
      .replace(styles, '')
      .replace(comments, '')
      .replace(blocks, '\n')
      .replace(/<[^>]*>/g, ''),
  );

/** What HTML keeps from the eye though anybody may look: attributes that hold text or links, and comments. */
export const hiddenHtml = (html: string): string =>
  resolved(
    [
      ...[...html.matchAll(attributes)].map(([, double, single, bare]) => double ?? single ?? bare ?? ''),
      ...(html.match(comments) ?? []),
    ].join('\n'),
  );

/** iCalendar text unfolded and unescaped (RFC 5545 §3.1, §3.3.11). */
export const readableCalendar = (text: string): string =>
  text.replace(/\r?\n[ \t]/g, '').replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** Composed letters, no invisible signs, single spaces; å and a stay different letters. */
export const comparable = (text: string): string =>
  (isPlain(text) ? text : unhidden(text)).replace(/ {2,}/g, ' ').replace(/ ?\n[ \n]*/g, '\n');

/** Only letters and signs of our own sentences, which are composed and seen as they are: nothing to look through. */
export const isPlain = (text: string): boolean => /^[\n -~À-ÿ–’]*$/.test(text);

const unhidden = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u034f\ufe00-\ufe0f]/gu, '')
    .replace(/[^\S\n]+/g, ' ');

function resolved(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
