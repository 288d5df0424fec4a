import { goneIn, newOrOtherIn } from '../../../src/platform/database/changed-parts';

describe('the parts of a whole that is kept again', () => {
  const [first, second, third] = ['1', '2', '3'].map((id) => ({ id, words: 'as they were' })) as [Part, Part, Part];
  const secondAnew = { ...second, words: 'written anew' };

  it('are taken away when they are there no more', () => {
    expect(goneIn([first, second, third], [third, secondAnew])).toEqual([first]);
  });

  it('are written when they are new or other than before, and no others are', () => {
    expect(newOrOtherIn([first, second], [first, secondAnew, third])).toEqual([secondAnew, third]);
  });

  it('are all written the first time', () => {
    expect(newOrOtherIn([], [first, second])).toEqual([first, second]);
  });
});

interface Part {
  readonly id: string;
  readonly words: string;
}
