import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readProfile } from '../../../src/groups/profile-file';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import type { PersonId } from '../../../src/kernel/identifiers';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import { proposeYear } from '../../../src/planning/domain/propose-year';
import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { WeeklyHours } from '../../../src/availability/domain/personal-hours';
import { YearWishes } from '../../../src/planning/domain/year-wishes';
import { doctor, type Figure, network, olle } from '../../../src/practice/cast';
import { firstDay } from '../../../src/practice/first-day';
import { ollesWishes } from '../../../src/practice/wishes';
import { anId } from '../../support/people-builders';

const home = resolve(__dirname, '../../..');
const file = 'resource-group.json';
const profile = readProfile(file, readFileSync(join(home, 'data/profiles', file), 'utf8'));
const calendar = new SwedishCalendar();

const hoursOf = ({ key, hours }: Figure): WeeklyHours[] =>
  (hours?.weekdays ?? []).map((weekday) => {
    const [opens, closes] = [TimeOfDay.of(hours!.opens), TimeOfDay.of(hours!.closes)];
    const id = anId<'weekly hours'>();
    return new WeeklyHours({
      id,
      organisationId: anId<'organisation'>(),
      personId: key as PersonId,
      weekday,
      opens,
      closes,
    });
  });

const yearFrom = (today: CalendarDate) =>
  proposeYear({
    wishes: new YearWishes(ollesWishes(firstDay(today, calendar), 'hemma', profile), profile),
    zone: 'Europe/Stockholm',
    core: [olle.key, 'coordinator', doctor.key],
    network: network.map(({ key }) => key),
    hours: [doctor, ...network].flatMap(hoursOf),
    taken: [],
    calendar,
    chosen: [],
  });

describe('the practice’s first year', () => {
  it('begins about four weeks ahead, on an open day', () => {
    const first = (today: string): string => firstDay(CalendarDate.of(today), calendar).iso;

    expect(first('2027-01-04')).toBe('2027-02-01');
    // Four weeks ahead is Good Friday; Easter Monday is red too.
    expect(first('2027-02-26')).toBe('2027-03-30');
  });

  it('has seven meetings on open days over six months or more, whatever day it is tried out', () => {
    const days = Array.from({ length: 60 }, (_, at) => CalendarDate.of('2026-11-01').plusDays(at * 13));

    const faulty = days.filter((today) => {
      const { meetings, gaps } = yearFrom(today);
      const met = meetings.map(({ day }) => CalendarDate.of(day));
      const [first, last] = [met[0]!, met.at(-1)!];
      const isFine = met.length === 7 && met.every((day) => calendar.isOpen(day)) && first.plusMonths(6).isBefore(last);
      return gaps.length > 0 || !isFine || first.plusMonths(12).isBefore(last);
    });

    expect(faulty.map(({ iso }) => iso)).toEqual([]);
  });
});
