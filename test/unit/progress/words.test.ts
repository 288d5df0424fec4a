import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPattern } from '../../support/progress-builders';
import { readabilityOf } from '../../support/readability';

const file = join(__dirname, '../../../data/words/sv/progress.json');
const words = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

// What fills the places is of ordinary length: a name, a day, a number.
const filled = (sentence: string): string => sentence.replace(/\{\w+\}/g, 'Maria');
const pattern = aPattern();
const questions = [...pattern.axes, ...pattern.optional].map((axis) => axis.words.sv.easy);
const texts = [...Object.values(words).map(filled), ...questions];

describe('What people read of goals, tasks, the star and the crisis plan', () => {
  it('has a LIX of at most 30 and at most 12 words a sentence', () => {
    const { lix, wordsPerSentence } = readabilityOf(texts.join('\n'));

    expect(lix).toBeLessThanOrEqual(30);
    expect(wordsPerSentence).toBeLessThanOrEqual(12);
  });

  it.each(texts)('has no sentence of more than 12 words in "%s"', (text) => {
    for (const one of text.split(/(?<=[.!?])\s/)) expect(one.split(/\s+/).length).toBeLessThanOrEqual(12);
  });

  it('uses no abbreviation', () => {
    expect(texts.filter((text) => /\b(?:t\.ex|bl\.a|dvs|osv|ev|kl|tel|ca|mm|nr)\b\.?/i.test(text))).toEqual([]);
  });
});
