import fc from 'fast-check';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { isUnchanged, taperChange, type TaperChange } from '../../../src/caseload/domain/taper-change';
import { intervalsAhead, reachOf, wishesWith } from '../../../src/caseload/domain/taper-wishes';
import type { Meeting } from '../../../src/meetings/domain/meeting';
import { aDay, anId } from '../../support/groups-builders';
import { aMeeting } from '../../support/meetings-builders';
import { someWishes } from '../../support/year-wishes';

const calendar = new SwedishCalendar();

const row = (...days: readonly string[]): readonly Meeting[] =>
  days.map((day, at) => aMeeting({ number: at + 1, target: aDay(day), day: aDay(day) }));

const called = (...days: readonly string[]): readonly Meeting[] => row(...days).map((one) => one.become('called'));

function changed(ahead: readonly Meeting[], intervals: readonly number[]): TaperChange {
  const [next] = ahead;
  const wishes = someWishes({ intervals, start: next?.target.iso ?? '2027-01-18' });
  return taperChange({
    wishes,
    core: [anId(), anId()],
    network: [],
    known: { zone: 'Europe/Stockholm', hours: [], taken: [] },
    calendar,
    ahead,
    beside: [],
    months: reachOf(wishes.parts, ahead),
  });
}

const numbers = (meetings: readonly Meeting[]): readonly number[] => meetings.map(({ number }) => number);

const quarterly = ['2027-01-18', '2027-04-19', '2027-07-19', '2027-10-18'] as const;

describe('another taper', () => {
  it('changes nothing where everything fits', () => {
    expect(isUnchanged(changed(row(...quarterly), [3]))).toBe(true);
  });

  it('adds meetings between those that stay', () => {
    const { kept, moved, added, gone } = changed(called(...quarterly), [1, 2, 3]);

    expect([numbers(kept), moved, gone]).toEqual([[1, 2, 3, 4], [], []]);
    expect(added.map(({ target }) => target)).toEqual(['2027-02-18']);
  });

  it('takes away what has no place, first of all what nobody was called to', () => {
    const [first, second, third] = row('2027-01-18', '2027-02-18', '2027-03-18');
    const asked = third!.become('called');

    const { kept, moved, gone } = changed([first!, second!, asked], [12]);

    expect([numbers(kept), moved, numbers(gone)]).toEqual([[1], [], [2, 3]]);
  });

  it('moves a called meeting before it adds a new one', () => {
    const [first, second, third] = row('2027-01-18', '2027-03-22', '2027-05-24');
    const { moved, gone } = changed([first!, second!, third!.become('called')], [5, 7]);

    expect(moved.map(({ meeting, to }) => [meeting.number, to.target])).toEqual([[3, '2027-06-18']]);
    expect(numbers(gone)).toEqual([2]);
  });

  it('moves a meeting the shortest way, and adds those before it', () => {
    const { moved, added } = changed(called('2027-01-18', '2027-05-06'), [1, 1, 1, 1, 36]);

    expect(moved.map(({ to }) => to.target)).toEqual(['2027-05-18']);
    expect(added.map(({ target }) => target)).toEqual(['2027-02-18', '2027-03-18', '2027-04-18']);
  });

  it('leaves every meeting near a target untouched, and places each meeting once', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 350 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        days,
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
        (after, intervals) => {
          const inOrder = after.toSorted((a, b) => a - b).map((count) => aDay('2027-01-18').plusDays(count).iso);
          const ahead = row(...inOrder);
          const { kept, moved, gone, gaps } = changed(ahead, intervals);
          const placed = [...kept, ...moved.map(({ meeting }) => meeting), ...gone];

          expect(gaps).toEqual([]);
          expect(numbers(placed).toSorted((a, b) => a - b)).toEqual(numbers(ahead));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the wishes of a row that runs', () => {
  const wishes = someWishes({ intervals: [1, 2, 3] }).parts;
  const ahead = row('2027-02-18', '2027-04-19');
  const running = { wishes, ahead, firstIntervals: [1, 1, 2], today: aDay('2027-02-01') };

  it('have the intervals that are still to come', () => {
    expect(intervalsAhead(running)).toEqual([2, 3]);
  });

  it('count other intervals from the next meeting, which stays', () => {
    expect(wishesWith({ kind: 'intervals', intervals: [6] }, running)).toMatchObject({
      start: '2027-02-18',
      intervals: [6],
    });
  });

  it('step up from a next meeting that is near, else in three weeks', () => {
    const far = { ...running, ahead: row('2027-06-18') };

    expect(wishesWith({ kind: 'stepUp' }, running)).toMatchObject({ start: '2027-02-18', intervals: [1, 1, 2] });
    expect(wishesWith({ kind: 'stepUp' }, far)).toMatchObject({ start: '2027-02-22', intervals: [1, 1, 2] });
  });

  it('reach at least past everything that is booked', () => {
    expect(reachOf({ ...wishes, start: '2027-01-18', horizonMonths: 6 }, row('2027-12-20'))).toBe(12);
    expect(reachOf({ ...wishes, start: '2027-01-18', horizonMonths: 6 }, [])).toBe(6);
  });
});
