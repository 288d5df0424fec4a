import { join, resolve } from 'node:path';
import { Words } from '../../../src/platform/web/words';
import { readabilityOf } from '../../support/readability';

const home = resolve(__dirname, '../../..');
const say = new Words(join(home, 'data/words')).in('sv');
const names = { name: 'Olle', number: 2, of: 14, count: 3 };

/** What everybody in the room sees on the screen, and what stands on the paper they take home. */
const read = [
  ...['item', 'meeting', 'now', 'left', 'over'].map((key) => say(`notes.left.${key}`, names)),
  ...['place', 'written', 'forOthers', 'ownWords', 'noTasks', 'noGoals', 'isPutOff', 'hidden', 'hiddenTasks'].map(
    (key) => say(`notes.screen.${key}`, names),
  ),
  ...['service-user', 'coordinator', 'together', 'doctor', 'network', 'invited'].map((key) =>
    say(`notes.leader.${key}`, names),
  ),
  ...['title', 'ofItem', 'for', 'empty', 'foot'].map((key) => say(`notes.copy.${key}`, names)),
  ...['outcome', 'decision', 'task'].map((key) => say(`notes.kind.${key}`)),
  ...['there', 'part', 'away'].map((key) => say(`notes.was.${key}`)),
  say('notes.task.together', { what: 'Gå på bio', who: 'Eva', others: 'Olle', day: 'lördag 20 mars' }),
  say('notes.copy.next', { when: 'onsdag 14 april klockan 10' }),
];

describe('the words of a meeting that its people read', () => {
  it('are easy to read all together', () => {
    const { lix, wordsPerSentence } = readabilityOf(read.join('\n'));

    expect(lix).toBeLessThanOrEqual(30);
    expect(wordsPerSentence).toBeLessThanOrEqual(12);
  });

  it.each(read)('are short: %s', (sentence) => {
    expect(readabilityOf(sentence).wordsPerSentence).toBeLessThanOrEqual(12);
  });

  it('speak of nobody as a case', () => {
    expect(read.join(' ')).not.toMatch(/\b(fall|case|ärende)/i);
  });
});
