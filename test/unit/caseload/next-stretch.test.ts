import { isNearEnd, nextNumber, nextOffsets } from '../../../src/caseload/domain/next-stretch';
import { extraWhy } from '../../../src/caseload/domain/extra-times';
import type { Booking } from '../../../src/meetings/domain/meeting';
import { aDay } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';
import { someWishes } from '../../support/year-wishes';

const on = (day: string, given: Partial<Booking> = {}) => aMeeting({ target: aDay(day), day: aDay(day), ...given });

/** As the usual wishes give them: at months 0, 1, 2, 3, 5, 7 and 10. */
const firstYear = ['01-18', '02-18', '03-18', '04-19', '06-18', '08-18', '11-18'].map((day) => on(`2027-${day}`));
const today = aDay('2027-09-01');

describe('the next stretch', () => {
  it('goes on by the taper for as long as was wished', () => {
    expect(nextOffsets(someWishes(), { meetings: firstYear, today })).toEqual([13, 16, 19, 22]);
  });

  it('is one meeting when the interval is longer than what was wished', () => {
    const wishes = someWishes({ intervals: [1, 12], horizonMonths: 6 });

    expect(nextOffsets(wishes, { meetings: [on('2027-01-18'), on('2027-02-18')], today: aDay('2027-02-20') })).toEqual([
      13,
    ]);
  });

  it('begins no sooner than people can be called', () => {
    expect(nextOffsets(someWishes(), { meetings: firstYear, today: aDay('2028-05-10') })).toEqual([19, 22, 25]);
  });

  it('goes on after what was not called off, and an extra meeting is not counted', () => {
    const extra = on('2027-12-01', { why: extraWhy({ span: firstYear[0]!.span, absent: [] }) });
    const off = on('2028-02-18').become('cancelled');

    expect(nextOffsets(someWishes(), { meetings: [...firstYear, extra, off], today })[0]).toBe(13);
  });

  it('is to be planned when nothing is booked later than in four months', () => {
    expect(isNearEnd({ meetings: firstYear, today: aDay('2027-07-17') })).toBe(false);
    expect(isNearEnd({ meetings: firstYear, today: aDay('2027-07-19') })).toBe(true);
  });

  it('is numbered on from what is there', () => {
    expect(nextNumber([on('2027-01-18', { number: 3 }), on('2027-02-18', { number: 2 })])).toBe(4);
  });
});
