import { copyAsText } from '../../../src/notes/copy-text';

const copy = {
  title: 'Minnesanteckningar',
  caption: 'Olles lag',
  when: 'onsdag 14 april 2027',
  forWhom: 'Till Eva',
  kind: '',
  attendance: { rows: [{ key: 'Här', value: 'Olle, Siv' }] },
  items: [{ title: 'Bion', isPutOff: '', lines: [{ kind: 'Beslut', text: 'Jag går på bio.\nPå lördag.' }] }],
  isEmpty: '',
  next: 'Nästa möte: onsdag 12 maj 2027.',
  foot: 'Olle har läst först.',
};

describe('a copy as plain text', () => {
  it('says what the paper says, a part for each empty line', () => {
    expect(copyAsText(copy)).toBe(
      [
        'Minnesanteckningar\nOlles lag\nonsdag 14 april 2027\nTill Eva',
        'Här: Olle, Siv',
        'Bion\n----\nBeslut: Jag går på bio.\nPå lördag.',
        'Nästa möte: onsdag 12 maj 2027.',
        'Olle har läst först.\n',
      ].join('\n\n'),
    );
  });

  it('leaves no hole for what is not said', () => {
    expect(copyAsText({ ...copy, attendance: { rows: [] }, items: [], next: '' })).not.toMatch(/\n\n\n/);
  });
});
