import type { Span } from '../../kernel/in-words';
import type { Weekday } from '../../kernel/calendar-date';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { BusyTime, DayInterval, PlannedPerson } from './caseload-parts';

/** A time that somebody is to come to; to a meeting at home there is a way to go. */
export interface Appointment extends Span {
  readonly isAtHome?: boolean;
}

/** What keeps a person from a time, apart from meetings that are planned with it; null when nothing does. */
export function whyAway(
  person: PlannedPerson,
  time: Appointment,
  // Worked out anew each time it is asked of a day, so for many people at once it is given.
  weekday: Weekday = time.day.weekday,
): 'hours' | 'busy' | null {
  const { hours, busy = [] } = person;
  const intervals = hours ? (hours.get(weekday) ?? []) : officeHours(weekday);
  if (!joined(intervals).some(({ from, until }) => from <= time.start.minutes && endOf(time) <= until)) return 'hours';
  const blocked = withWay(time, person);
  return busy.some((one) => isWithin(one, time, blocked)) ? 'busy' : null;
}

interface Minutes {
  readonly from: number;
  readonly until: number;
}

/** The way there and back may lie outside the hours, but not in a busy time. */
function withWay({ start, minutes, isAtHome = false }: Appointment, { travelMinutes = 0 }: PlannedPerson): Minutes {
  const way = isAtHome ? travelMinutes : 0;
  return { from: start.minutes - way, until: start.minutes + minutes + way };
}

/** Whether a busy time and these minutes of the day have one in common. */
function isWithin({ from, until }: BusyTime, { day }: Span, blocked: Minutes): boolean {
  const begins = from.day.isBefore(day) || (from.day.equals(day) && from.time.minutes < blocked.until);
  const goesOn = day.isBefore(until.day) || (until.day.equals(day) && blocked.from < until.time.minutes);
  return begins && goesOn;
}

function officeHours(weekday: Weekday): readonly DayInterval[] {
  return weekday > 5 ? [] : [{ from: TimeOfDay.of('08:00'), until: TimeOfDay.of('17:00') }];
}

/** Hours that touch are one: a meeting may lie across noon when somebody's morning ends as the afternoon begins. */
function joined(intervals: readonly DayInterval[]): readonly Minutes[] {
  const rows = intervals.map(({ from, until }) => ({ from: from.minutes, until: until.minutes }));
  return rows
    .sort((a, b) => a.from - b.from)
    .reduce<Minutes[]>((before, row) => {
      const last = before[before.length - 1];
      if (!last || last.until < row.from) return [...before, row];
      return [...before.slice(0, -1), { from: last.from, until: Math.max(last.until, row.until) }];
    }, []);
}

const endOf = ({ start, minutes }: Span): number => start.minutes + minutes;
