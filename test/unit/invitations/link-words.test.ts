import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readabilityOf } from '../../support/readability';

const root = join(__dirname, '../../..');
const wordsOf = (language: string, file: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'data/words', language, `${file}.json`), 'utf8')) as Record<string, string>;

// What fills the places is of ordinary length: a name, a day, a number.
const filled = (sentence: string): string => sentence.replace(/\{\w+\}/g, 'Maria');
// The rest of the pattern's words are the coordinator's.
const patternWords = Object.entries(wordsOf('sv', 'pattern')).filter(([key]) =>
  /^(?:ownPattern|letter|mail|field|error\.patternEmpty)\b/.test(key),
);
const swedish = { ...wordsOf('sv', 'link'), ...wordsOf('sv', 'letters'), ...Object.fromEntries(patternWords) };
const texts = Object.values(swedish).map(filled);

describe('How LIX is counted', () => {
  it('adds the length of sentences to the share of long words', () => {
    // 8 words in 2 sentences, 2 of them longer than six letters: 4 + 25.
    expect(readabilityOf('Vi ses på biblioteket. Ta med papper tillsammans.')).toEqual({
      lix: 29,
      wordsPerSentence: 4,
    });
  });

  it('takes no point in a time for the end of a sentence', () => {
    expect(readabilityOf('Vi ses klockan 13.00 i dag.').wordsPerSentence).toBe(7);
  });
});

describe('What a service user reads on paper and behind the link', () => {
  it('has a LIX of at most 30 and at most 12 words a sentence', () => {
    const { lix, wordsPerSentence } = readabilityOf(texts.join('\n'));

    expect(lix).toBeLessThanOrEqual(30);
    expect(wordsPerSentence).toBeLessThanOrEqual(12);
  });

  it.each(Object.entries(swedish))('has no sentence of more than 12 words in "%s"', (_, sentence) => {
    for (const one of filled(sentence).split(/(?<=[.!?])\s/)) {
      expect(one.split(/\s+/).length).toBeLessThanOrEqual(12);
    }
  });

  it('uses no abbreviation', () => {
    expect(texts.filter((text) => /\b(?:t\.ex|bl\.a|dvs|osv|ev|kl|tel|ca|mm|nr)\b\.?/i.test(text))).toEqual([]);
  });

  it('says everything in both languages', () => {
    for (const file of ['link', 'letters', 'invitations'])
      expect(Object.keys(wordsOf('en', file))).toEqual(Object.keys(wordsOf('sv', file)));
  });

  it('keeps every easy-read line within 55 characters', () => {
    const easy = Object.entries(swedish).filter(([key]) => key.startsWith('easy.'));
    const longest = 'onsdag 24 september 2027';

    expect(easy.length).toBeGreaterThan(5);
    for (const [, line] of easy) expect(line.replace(/\{\w+\}/g, longest).length).toBeLessThanOrEqual(55);
  });

  it('keeps every easy-read line of the standing agendas within 55 characters', () => {
    const profile = readFileSync(join(root, 'data/profiles/resource-group.json'), 'utf8');
    const lines = [...profile.matchAll(/"easy": "([^"]*)"/g)].map(([, line = '']) => line);

    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(55);
  });
});
