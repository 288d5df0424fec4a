import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Language, languages } from '../../kernel/in-words';

export type Values = Readonly<Record<string, string | number>>;

/** Says a key of the word lists in one language. A key that is not there is a bug. */
export type Say = (key: string, values?: Values) => string;

type WordList = ReadonlyMap<string, string>;

/**
 * The sentences of the product, from `data/words/<language>/*.json` (flat keys). `{name}` is filled from the values;
 * where `key.one` and `key.other` exist, `count` chooses between them by the language's plural rule.
 */
export class Words {
  private readonly lists: Readonly<Record<Language, WordList>>;
  private readonly says: Readonly<Record<Language, Say>>;

  constructor(folder: string) {
    this.lists = { sv: readList(join(folder, 'sv')), en: readList(join(folder, 'en')) };
    this.says = { sv: saying(this.lists.sv, 'sv'), en: saying(this.lists.en, 'en') };
  }

  in(language: Language): Say {
    return this.says[language];
  }

  has(key: string): boolean {
    return languages.every((language) => this.lists[language].has(key));
  }
}

function saying(list: WordList, language: Language): Say {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const chosen = typeof values.count === 'number' ? `${key}.${plural.select(values.count)}` : key;
    const sentence = list.get(chosen) ?? list.get(key);
    if (sentence === undefined) throw new Error(`No words for "${key}" in ${language}.`);
    return filled(sentence, values);
  };
}

const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

function readList(folder: string): WordList {
  const list = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const words = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
    for (const [key, sentence] of Object.entries(words)) {
      if (list.has(key)) throw new Error(`The words "${key}" stand twice in ${folder}.`);
      list.set(key, sentence);
    }
  }
  return list;
}
