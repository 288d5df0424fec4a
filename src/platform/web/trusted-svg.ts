// One tag with its attributes; a ">" inside a quoted value does not end it.
const tags = /<(?:"[^"]*"|[^">])*>/g;
const quoted = /"[^"]*"/g;
const links = /(?:\s|:)href\s*=\s*"([^"]*)"/g;

// What the content security policy refuses anyway, or what could carry a script past escaping.
const refused: readonly (readonly [what: string, found: RegExp])[] = [
  ['script', /^<\s*script/i],
  ['foreign content', /^<\s*foreignObject/i],
  ['style element', /^<\s*style/i],
  ['style attribute', /\sstyle\s*=/i],
  ['event attribute', /\son[a-z]+\s*=/i],
];

const staysHere = (link: string): boolean => /^(?:#|\/(?!\/))/.test(link);

function faultIn(tag: string): string | undefined {
  const bare = tag.replace(quoted, '""');
  const leaves = [...tag.matchAll(links)].some(([, link = '']) => !staysHere(link));
  return leaves ? 'link to elsewhere' : refused.find(([, found]) => found.test(bare))?.[0];
}

/** A picture drawn by the server, in which whoever drew it has escaped every text. */
export class TrustedSvg {
  constructor(readonly text: string) {
    if (!/^<svg[\s>][\s\S]*<\/svg>\s*$/.test(text)) throw new TypeError('A TrustedSvg is one <svg> element.');
    for (const tag of text.match(tags) ?? []) {
      const fault = faultIn(tag);
      if (fault !== undefined) throw new TypeError(`A TrustedSvg holds no ${fault}.`);
    }
  }
}
