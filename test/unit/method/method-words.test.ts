import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lineParts, lines } from '../../../src/method/domain/lines';
import { Words } from '../../../src/platform/web/words';

const home = resolve(__dirname, '../../..');
const words = JSON.parse(readFileSync(join(home, 'data/words/sv/method.json'), 'utf8')) as Record<string, string>;
const domain = join(home, 'src/method/domain');

/** The facts that the rules name outright, `kind.${…}` by their beginning. */
const said = readdirSync(domain)
  .map((file) => readFileSync(join(domain, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/\b(?:fact|factAbout|factOn|sized)\(\s*['`]([\w.]+)/g)].map(([, key]) => key!));

describe('the words of the method check', () => {
  it('are there for every line, part, source and place', () => {
    const keys = [
      ...lines.map(({ key }) => `method.line.${key}`),
      ...lines.map(({ place }) => `method.place.${place}`),
      ...lines.flatMap(({ sources }) => sources.map((source) => `method.source.${source}`)),
      ...lineParts.map((part) => `method.part.${part}`),
    ];

    expect(keys.filter((key) => !new Words(join(home, 'data/words')).has(key))).toEqual([]);
  });

  it('are there for every fact that a rule can tell, and for no other', () => {
    const facts = Object.keys(words).filter((key) => key.startsWith('method.fact.'));
    const told = (key: string): boolean => said.some((one) => `method.fact.${one}` === key || isBegun(key, one));

    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((one) => !facts.some((key) => key === `method.fact.${one}` || isBegun(key, one)))).toEqual([]);
    expect(facts.filter((key) => !told(key.replace(/\.(one|other)$/, '')))).toEqual([]);
  });

  it('speak of no score, no percentage and nobody as a case', () => {
    const telling = Object.values(words).filter((text) => /poäng|procent|%|\bfall\b|ärende|\bcase\b/i.test(text));

    expect(telling).toEqual([]);
  });
});

const isBegun = (key: string, beginning: string): boolean =>
  beginning.endsWith('.') ? key.startsWith(`method.fact.${beginning}`) : key.startsWith(`method.fact.${beginning}.`);
