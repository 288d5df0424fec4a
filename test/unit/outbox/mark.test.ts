import { isPutBack, type MarksFound, type OwnMarks } from '../../../src/outbox/domain/mark';

const kept: OwnMarks = { id: 'here', last: 'last', next: 'next' };
const found = (changes: Partial<MarksFound> = {}): MarksFound => ({
  own: 'last',
  others: 'none',
  hasMail: true,
  ...changes,
});

describe('a database is taken for put back', () => {
  it('when it holds an older mark than this instance last wrote, or none', () => {
    expect(isPutBack(kept, found({ own: 'older' }))).toBe(true);
    expect(isPutBack(kept, found({ own: null }))).toBe(true);
    expect(isPutBack({ ...kept, next: null }, found({ own: 'next' }))).toBe(true);
  });

  it('not when the program died with a mark on its way, before or after it stood there', () => {
    expect(isPutBack(kept, found({ own: 'last' }))).toBe(false);
    expect(isPutBack(kept, found({ own: 'next' }))).toBe(false);
  });

  it('not when the program died at its very first mark', () => {
    expect(isPutBack({ ...kept, last: null }, found({ own: null }))).toBe(false);
  });

  it('also while another instance seems awake, since its mark is in the backup too', () => {
    expect(isPutBack(kept, found({ own: 'older', others: 'awake' }))).toBe(true);
  });

  it('when the file is gone and nobody else is awake', () => {
    expect(isPutBack(null, found({ own: null, others: 'asleep' }))).toBe(true);
  });

  it('not when this instance is new beside another, or is the first of all', () => {
    expect(isPutBack(null, found({ own: null, others: 'awake' }))).toBe(false);
    expect(isPutBack(null, found({ own: null, others: 'none' }))).toBe(false);
  });

  it('not when there is no mail in it', () => {
    expect(isPutBack(kept, found({ own: null, hasMail: false }))).toBe(false);
  });
});
