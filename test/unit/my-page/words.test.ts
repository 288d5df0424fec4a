import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPattern } from '../../support/progress-builders';
import { readabilityOf } from '../../support/readability';

const wordsOf = (room: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(__dirname, `../../../data/words/sv/${room}.json`), 'utf8')) as Record<string, string>;

// What these pages borrow from other rooms' words.
const borrowed: Readonly<Record<string, RegExp>> = {
  link: /./,
  progress: /^(?:star\.|crisis\.|progress\.(?:keep|goals\.(?:long|short|by)|measure)|error\.(?:value|nothing))/,
  agendas: /^(?:field\.proposal$|error\.(?:proposal|noMeeting|agendaTooLong))/,
  notes: /^notes\.(?:kind|copy\.(?:title|ofItem)|screen\.isPutOff)|^error\.notes(?:Changed|NotShown)/,
};

// What fills the places is of ordinary length: a name, a day, a number.
const filled = (sentence: string): string => sentence.replace(/\{\w+\}/g, 'Maria');
const others = Object.entries(borrowed).flatMap(([room, keys]) =>
  Object.entries(wordsOf(room)).filter(([key]) => keys.test(key)),
);
const own = Object.entries(wordsOf('my-page'));
const pattern = aPattern();
const questions = [...pattern.axes, ...pattern.optional].map(({ words }) => words.sv.easy);
const texts = [...[...own, ...others].map(([, sentence]) => filled(sentence)), ...questions];

describe('What people read on their own pages', () => {
  it.each([
    ['of this room', own.map(([, sentence]) => filled(sentence))],
    ['all together', texts],
  ])('has a LIX of at most 30 and at most 12 words a sentence, %s', (_, read) => {
    const { lix, wordsPerSentence } = readabilityOf(read.join('\n'));

    expect(lix).toBeLessThanOrEqual(30);
    expect(wordsPerSentence).toBeLessThanOrEqual(12);
  });

  it.each([...own, ...others])('has no sentence of more than 12 words in %s', (_, sentence) => {
    for (const one of filled(sentence).split(/(?<=[.!?])\s/)) expect(one.split(/\s+/).length).toBeLessThanOrEqual(12);
  });

  it('has no sentence of its own that is harder than LIX 40', () => {
    const sentences = own.filter(([, text]) => filled(text).split(/\s+/).length > 3);

    expect(sentences.filter(([, text]) => readabilityOf(filled(text)).lix > 40)).toEqual([]);
  });

  it('uses no abbreviation', () => {
    expect(texts.filter((text) => /\b(?:t\.ex|bl\.a|dvs|osv|ev|kl|tel|ca|mm|nr)\b\.?/i.test(text))).toEqual([]);
  });

  it('has lines of at most 55 characters in the easy-read twin', () => {
    const keys = /^(?:mine\.easy|mine\.next\.none|mine\.tasks\.none|mine\.notes\.readFirst|easy\.)/;
    const lines = [...own, ...others].filter(([key]) => keys.test(key)).map(([, sentence]) => filled(sentence));

    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => line.length > 55)).toEqual([]);
  });
});
