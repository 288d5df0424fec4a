import {
  type DayPart,
  hoursThatHold,
  Pattern,
  type PatternParts,
  weeksAhead,
} from '../../../src/availability/domain/pattern';
import { hoursOnDayInWords, weekInWords } from '../../../src/availability/domain/pattern-words';
import type { HoursOfPerson } from '../../../src/availability/domain/personal-hours';
import { CalendarDate, type Weekday } from '../../../src/kernel/calendar-date';
import { idOf, type PersonId } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';
import { TimeOfDay } from '../../../src/kernel/time-of-day';

const eva: PersonId = idOf('0b5b6f0e-4b7c-4d0e-9f53-0d5a4c1f7a01');
const per: PersonId = idOf('0b5b6f0e-4b7c-4d0e-9f53-0d5a4c1f7a02');
const on = (weekday: Weekday, ...parts: readonly DayPart[]) => parts.map((part) => ({ weekday, part }));
const aDay = (iso: string): CalendarDate => CalendarDate.of(iso);

const aPattern = (own: Partial<PatternParts> = {}): Pattern =>
  new Pattern({
    organisationId: idOf('0b5b6f0e-4b7c-4d0e-9f53-0d5a4c1f7a00'),
    personId: eva,
    suits: on(1, 'morning', 'afternoon'),
    never: [],
    answeredAt: Instant.of('2026-12-01T08:00:00.000Z'),
    overruledAt: null,
    ...own,
  });
const inWords = (pattern: Pattern): readonly string[] => pattern.hours.map((hours) => hoursOnDayInWords(hours, 'sv'));
const nineToTen = (personId: PersonId): HoursOfPerson => ({
  personId,
  weekday: 3,
  opens: TimeOfDay.of('09:00'),
  closes: TimeOfDay.of('10:00'),
});

describe('What somebody says of when it usually suits them', () => {
  it('makes parts of a day that touch one stretch, so that a meeting may lie over noon', () => {
    expect(inWords(aPattern())).toEqual(['måndag 08.00–16.00']);
  });

  it('keeps a gap between parts that do not touch', () => {
    const suits = [...on(5, 'evening', 'morning'), ...on(2, 'afternoon')];

    expect(inWords(aPattern({ suits }))).toEqual(['tisdag 12.00–16.00', 'fredag 08.00–12.00', 'fredag 16.00–19.00']);
  });

  it('says nothing twice, however often a box was sent', () => {
    expect(inWords(aPattern({ suits: on(1, 'morning', 'morning') }))).toEqual(['måndag 08.00–12.00']);
  });

  it('takes the whole of a week that never suits, Monday to Sunday', () => {
    const pattern = aPattern({ never: [aDay('2027-07-12')] });

    expect(pattern.takenIn({ from: aDay('2027-01-01'), until: aDay('2027-12-31') })).toEqual([
      { personId: eva, starts: '2027-07-12T00:00', ends: '2027-07-19T00:00' },
    ]);
  });

  it('counts a week that reaches into the period, and none beside it', () => {
    const pattern = aPattern({ never: [aDay('2027-07-05'), aDay('2027-07-12'), aDay('2027-07-26')] });
    const taken = pattern.takenIn({ from: aDay('2027-07-18'), until: aDay('2027-07-25') });

    expect(taken.map(({ starts }) => starts)).toEqual(['2027-07-12T00:00']);
  });

  it('must hold at least one time: none at all would say that any time is good', () => {
    expect(() => aPattern({ suits: [] })).toThrow('patternEmpty');
  });

  it('takes weeks by their Mondays only, and no more than two years of them', () => {
    const tooMany = Array.from({ length: 105 }, (_, week) => aDay('2027-01-04').plusDays(7 * week));

    expect(() => aPattern({ never: [aDay('2027-07-13')] })).toThrow('fieldNotChosen');
    expect(() => aPattern({ never: tooMany })).toThrow('fieldNotChosen');
  });
});

describe('Whose hours hold', () => {
  it('holds what the person said over what was noted before, and leaves others alone', () => {
    const hours = hoursThatHold([nineToTen(eva), nineToTen(per)], [aPattern()]);

    expect(hours.map(({ personId, weekday }) => [personId, weekday])).toEqual([
      [per, 3],
      [eva, 1],
    ]);
  });

  it('holds what was noted later over what the person said, but not over the weeks', () => {
    const overruledAt = Instant.of('2026-12-02T08:00:00.000Z');
    const pattern = aPattern({ overruledAt, never: [aDay('2027-07-12')] });

    expect(hoursThatHold([nineToTen(eva)], [pattern])).toEqual([nineToTen(eva)]);
    expect(pattern.takenIn({ from: aDay('2027-07-01'), until: aDay('2027-07-31') })).toHaveLength(1);
  });
});

describe('The weeks somebody may say never to', () => {
  it('begin with the Monday after today and last a year', () => {
    const weeks = weeksAhead(aDay('2027-03-03'));

    expect([weeks[0]?.iso, weeks.at(-1)?.iso, weeks.length]).toEqual(['2027-03-08', '2028-03-06', 53]);
    expect(weeksAhead(aDay('2027-03-07'))[0]?.iso).toBe('2027-03-08');
    expect(weeksAhead(aDay('2027-03-08'))[0]?.iso).toBe('2027-03-15');
  });

  it.each([
    ['2027-07-12', 'vecka 28, 12–18 juli'],
    ['2027-06-28', 'vecka 26, 28 juni–4 juli'],
    ['2026-12-28', 'vecka 53, 28 december–3 januari'],
  ])('name the week of %s in words', (monday, words) => {
    expect(weekInWords(aDay(monday), 'sv')).toBe(words);
  });
});
