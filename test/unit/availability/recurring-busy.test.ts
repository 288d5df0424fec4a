import fc from 'fast-check';
import { absence, merged, wholeDaysOf } from '../../../src/availability/domain/busy-times';
import { CalendarAddress } from '../../../src/availability/domain/calendar-address';
import { RecurringBusy, type RecurringBusyParts } from '../../../src/availability/domain/recurring-busy';
import { CalendarDate, type Weekday } from '../../../src/kernel/calendar-date';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { aDay, anId } from '../../support/groups-builders';

const again = (changes: Partial<RecurringBusyParts> = {}): RecurringBusy =>
  new RecurringBusy({
    id: anId(),
    organisationId: anId(),
    personId: anId(),
    weekdays: [1, 3],
    starts: TimeOfDay.of('09:00'),
    ends: TimeOfDay.of('10:30'),
    everyWeeks: 1,
    firstDay: aDay('2027-01-12'),
    lastDay: aDay('2027-06-04'),
    ...changes,
  });

const startsIn = (time: RecurringBusy, from: string, until: string): readonly string[] =>
  time.takenIn({ from: aDay(from), until: aDay(until) }).map(({ starts }) => starts);

describe('a busy time that comes again', () => {
  it('is taken on its weekdays, from its first day to its last', () => {
    expect(startsIn(again(), '2027-01-01', '2027-01-20')).toEqual([
      ...['2027-01-13T09:00', '2027-01-18T09:00', '2027-01-20T09:00'],
    ]);
    expect(startsIn(again(), '2027-06-01', '2027-06-30')).toEqual(['2027-06-02T09:00']);
  });

  it('counts every second week from the week of its first day', () => {
    expect(startsIn(again({ everyWeeks: 2 }), '2027-01-14', '2027-02-10')).toEqual([
      ...['2027-01-25T09:00', '2027-01-27T09:00', '2027-02-08T09:00', '2027-02-10T09:00'],
    ]);
  });

  it('is what a walk through every day finds', () => {
    const days = fc.integer({ min: 0, max: 120 }).map((count) => aDay('2026-12-20').plusDays(count));
    const weekdays = fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    const step = fc.constantFrom<1 | 2>(1, 2);
    fc.assert(
      fc.property(fc.tuple(days, days, days, days), weekdays, step, ([a, b, c, d], on, everyWeeks) => {
        const [firstDay, lastDay] = inOrder(a, b);
        const [from, until] = inOrder(c, d);
        const time = again({ weekdays: on, everyWeeks, firstDay, lastDay });

        const walked = everyDay(from, until).filter((day) => {
          const weeks = Math.floor(mondayOf(firstDay).daysUntil(day) / 7);
          const isWithin = !day.isBefore(firstDay) && !lastDay.isBefore(day);
          return isWithin && on.includes(day.weekday) && weeks % everyWeeks === 0;
        });
        expect(startsIn(time, from.iso, until.iso)).toEqual(walked.map(({ iso }) => `${iso}T09:00`));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused without a weekday, with its ends reversed, or with its days reversed', () => {
    expect(() => again({ weekdays: [] })).toThrow('fieldNotChosen');
    expect(() => again({ ends: TimeOfDay.of('09:00') })).toThrow('busyReversed');
    expect(() => again({ lastDay: aDay('2027-01-11') })).toThrow('busyDaysReversed');
  });
});

const inOrder = (a: CalendarDate, b: CalendarDate): [CalendarDate, CalendarDate] => (b.isBefore(a) ? [b, a] : [a, b]);
const mondayOf = (day: CalendarDate): CalendarDate => day.plusDays(1 - day.weekday);
const everyDay = (from: CalendarDate, until: CalendarDate): CalendarDate[] =>
  Array.from({ length: from.daysUntil(until) + 1 }, (_, days) => from.plusDays(days));

describe('an absence', () => {
  it('takes whole days, the last one too', () => {
    const away = absence(aDay('2027-07-01'), aDay('2027-07-14'));

    expect(away).toEqual({ starts: '2027-07-01T00:00', ends: '2027-07-15T00:00' });
    expect(wholeDaysOf(away)).toEqual({ from: aDay('2027-07-01'), until: aDay('2027-07-14') });
  });

  it('is one day long at the least', () => {
    expect(absence(aDay('2027-07-01'), aDay('2027-07-01')).ends).toBe('2027-07-02T00:00');
    expect(() => absence(aDay('2027-07-02'), aDay('2027-07-01'))).toThrow('busyDaysReversed');
  });
});

describe('times said more than once', () => {
  it('cover the same moments when they are merged, in order and without touching', () => {
    const stretch = fc.tuple(fc.nat(60), fc.nat(12)).map(([from, length]) => ({ from, until: from + length }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 15 }), (stretches) => {
        const whole = merged(stretches);

        const covers = (list: readonly { from: number; until: number }[]) =>
          Array.from({ length: 80 }, (_, at) => list.some(({ from, until }) => from <= at && at < until));
        expect(covers(whole)).toEqual(covers(stretches));
        expect(whole.every(({ from }, at) => at === 0 || whole[at - 1]!.until < from)).toBe(true);
      }),
    );
  });
});

describe('the address of a calendar', () => {
  it('is taken as calendar programs write it, and shows its host alone', () => {
    const address = CalendarAddress.of(' webcal://kalender.example/hemlig/basic.ics#x ');

    expect([address.toString(), address.host]).toEqual([
      ...['https://kalender.example/hemlig/basic.ics', 'kalender.example'],
    ]);
  });

  it.each([
    ['fieldMissing', ' '],
    ['fieldTooLong', `https://kalender.example/${'a'.repeat(2000)}`],
    ['notACalendarAddress', 'kalender.example'],
    ['notACalendarAddress', 'http://kalender.example/a.ics'],
    ['notACalendarAddress', 'javascript:alert(1)'],
    ['calendarAddressNotPlain', 'https://kalender.example:8443/a.ics'],
    ['calendarAddressNotPlain', 'https://siv:hemligt@kalender.example/a.ics'],
  ])('is refused (%s): %s', (code, typed) => {
    expect(() => CalendarAddress.of(typed)).toThrow(code);
  });
});
