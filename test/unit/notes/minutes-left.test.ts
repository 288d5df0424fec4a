import { endOf, endOfItem, minutesUntil } from '../../../src/notes/domain/minutes-left';
import { aNoteItem, noon, someNotes } from '../../support/notes-builders';

const booked = { startsAt: noon, minutes: 60 };

describe('a meeting ends', () => {
  it.each([
    ['when it was booked to, also when it began late', 10, 60],
    ['after its whole length, when it began early', -15, 45],
    ['after its whole length, when it was moved to another day without saying so', 1440, 1500],
  ])('%s', (_, late, end) => {
    expect(endOf(booked, noon.plusMinutes(late))).toEqual(noon.plusMinutes(end));
  });
});

describe('minutes left', () => {
  it.each([
    [10, 10],
    [0.5, 1],
    [0, 0],
    [-3, -3],
  ])('of %s minutes are said as %s', (minutes, said) => {
    expect(minutesUntil(noon, noon.plusMinutes(minutes))).toBe(said);
  });

  it('count for the item on the screen, and for no other', () => {
    const [one, two] = [aNoteItem({ minutes: 10 }), aNoteItem({ minutes: 20 })];
    const notes = someNotes({ items: [one, two] }).takeUp(one.itemId, noon);
    const now = noon.plusMinutes(4);

    expect(minutesUntil(now, endOfItem(one, notes, now))).toBe(6);
    expect(minutesUntil(now, endOfItem(two, notes, now))).toBe(20);
  });
});
