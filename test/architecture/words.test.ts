import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const home = resolve(__dirname, '../..');

type WordList = Readonly<Record<string, string>>;

const wordsIn = (language: string): WordList => {
  const folder = join(home, 'data/words', language);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  return Object.assign({}, ...files.map((text) => JSON.parse(text) as WordList)) as WordList;
};

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(home, folder, path));

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

const isThere = (words: WordList, key: string): boolean => key in words || `${key}.other` in words;

describe('the words of the product', () => {
  const [sv, en] = [wordsIn('sv'), wordsIn('en')];

  it('are the same keys in Swedish and English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort());
  });

  it('are filled with the same values in both', () => {
    const differing = Object.keys(sv).filter(
      (key) => placeholders(sv[key]!).join() !== placeholders(en[key] ?? '').join(),
    );

    expect(differing).toEqual([]);
  });

  it('have every key that a page asks for by name', () => {
    const asked = filesUnder('views', '.hbs').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt "([^"]+)"/g)].map(([, key]) => key!),
    );

    expect(asked.filter((key) => !isThere(sv, key))).toEqual([]);
  });

  it('have every key that the code asks for by name', () => {
    const asked = filesUnder('src', '.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bsay\('([^']+)'/g)].map(([, key]) => key!),
    );

    expect(asked.filter((key) => !isThere(sv, key))).toEqual([]);
  });

  it('have a sentence for every rule that can be broken, and a name for every field in one', () => {
    const sources = filesUnder('src', '.ts').map((file) => readFileSync(file, 'utf8'));
    const codes = sources.flatMap((text) =>
      [...text.matchAll(/new DomainError\(\s*'(\w+)'/g)].map(([, code]) => code!),
    );
    const fields = sources.flatMap((text) => [...text.matchAll(/\bfield: '(\w+)'/g)].map(([, name]) => name!));

    expect(codes.filter((code) => !isThere(sv, `error.${code}`))).toEqual([]);
    expect([...new Set(fields)].filter((name) => !isThere(sv, `field.${name}`))).toEqual([]);
  });
});
