import type { Weekday } from '../../../kernel/calendar-date';
import type { PlannedPerson, WallTime, WorkingHours } from '../caseload-parts';
import { merged, touches } from './intervals';
import type { Interval } from './intervals';
import { dayNumber, weekdayOf } from './time-on-day';
import type { TimeOnDay } from './time-on-day';

const minutesPerDay = 1440;
const officeHours: readonly Interval[] = [{ from: 8 * 60, until: 17 * 60 }];
const officeWeek = new Map<Weekday, readonly Interval[]>(([1, 2, 3, 4, 5] as const).map((day) => [day, officeHours]));

const minuteOf = ({ day, time }: WallTime): number => dayNumber(day) * minutesPerDay + time.minutes;

/** When a person could meet, apart from the meetings planned here. */
export class Availability {
  private readonly hours: ReadonlyMap<Weekday, readonly Interval[]>;
  private readonly busy: readonly Interval[];

  constructor({ hours, busy = [] }: PlannedPerson) {
    this.hours = hours ? inMinutes(hours) : officeWeek;
    this.busy = merged(busy.map(({ from, until }) => ({ from: minuteOf(from), until: minuteOf(until) })));
  }

  isFree(time: TimeOnDay): boolean {
    return this.isWithinHours(time) && !this.isBusy(time);
  }

  isWithinHours({ day, start, end }: TimeOnDay): boolean {
    const hours = this.hours.get(weekdayOf(day)) ?? [];
    return hours.some(({ from, until }) => from <= start && end <= until);
  }

  isBusy({ day, start, end }: TimeOnDay): boolean {
    const midnight = day * minutesPerDay;
    return touches(this.busy, { from: midnight + start, until: midnight + end });
  }
}

function inMinutes(hours: WorkingHours): ReadonlyMap<Weekday, readonly Interval[]> {
  return new Map(
    [...hours].map(([weekday, intervals]) => [
      weekday,
      merged(intervals.map(({ from, until }) => ({ from: from.minutes, until: until.minutes }))),
    ]),
  );
}
