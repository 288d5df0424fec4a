import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { neutralTitleFindings } from '../../../src/groups/domain/neutral-title';
import { resourceGroupProfile } from '../../support/groups-builders';

const file = join(__dirname, '..', '..', '..', 'data', 'reference', 'listed-words.json');
const { sv, en } = JSON.parse(readFileSync(file, 'utf8')) as { sv: string[]; en: string[] };
const listedWords = [...sv, ...en];
const found = (title: string, names: string[] = []) =>
  neutralTitleFindings(title, { listedWords, names }).map((finding) => finding.found);

describe('a neutral title', () => {
  it.each(['Möte', 'Nytt sedan sist', 'Hur var mötet?', 'Meeting'])('may be %s', (title) => {
    expect(found(title)).toEqual([]);
  });

  it.each([
    ['Läget på kvalitetsstjärnan', 'kvalitetsstjärn'],
    ['Ny MEDICIN', 'medicin'],
    ['Öppenpsykiatri', 'psyk'],
  ])('is not %s', (title, word) => {
    expect(found(title)).toContain(word);
  });

  it('finds a word however its letters are put together', () => {
    expect(found('Nytt från läkaren'.normalize('NFD'))).toContain('läkare');
  });

  it('names nobody in the group, not even with the s of possession', () => {
    expect(found('Olles möte', ['Olle'])).toEqual(['Olle']);
  });

  it('takes a name for a name only when the whole word is one', () => {
    expect(found('Boka tid i dag', ['Bo', 'Dag'])).toEqual([]);
  });

  it('takes a name with signs in it as it stands', () => {
    expect(found('Möte (A.B)', ['A.B'])).toEqual(['A.B']);
    expect(found('Möte AxB', ['A.B'])).toEqual([]);
  });
});

describe('the standing agendas', () => {
  const { agendas } = resourceGroupProfile();
  const items = [...agendas.first, ...agendas.followUp];

  it.each(items.flatMap(({ words }) => [words.sv.neutralTitle, words.en.neutralTitle]))(
    'may say "%s" on an open postcard',
    (title) => {
      expect(found(title)).toEqual([]);
    },
  );

  it('follow up in the twelve steps of the method', () => {
    expect(agendas.followUp.map((item) => item.key)).toEqual([
      'welcome',
      'today',
      'tasksSince',
      'star',
      'goals',
      'doctor',
      'invited',
      'newTasks',
      'crisisPlan',
      'circle',
      'nextMeeting',
      'closing',
    ]);
  });
});
