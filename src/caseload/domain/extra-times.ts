import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { Span } from '../../kernel/in-words';
import type { TimeOfDay } from '../../kernel/time-of-day';
import type { PlannedPerson, WallTime } from '../../planning/domain/caseload-parts';
import { whyAway } from '../../planning/domain/why-away';
import { stepMinutes } from '../../planning/domain/year-wishes';

/** An extra meeting is wanted now. */
const days = 7;
const shown = 3;

export interface ExtraQuestion {
  /** No time before this is of use. */
  readonly from: WallTime;
  readonly minutes: number;
  readonly earliest: TimeOfDay;
  readonly latest: TimeOfDay;
  /** All of them must be able to come; their meetings count as busy. */
  readonly core: readonly PlannedPerson[];
  /** At least half of them must. */
  readonly network: readonly PlannedPerson[];
  readonly calendar: SwedishCalendar;
  /** At somebody's home, and people travel there. */
  readonly isAtHome: boolean;
}

export interface ExtraTime {
  readonly span: Span;
  /** Network members who cannot come, by person id. */
  readonly absent: readonly string[];
}

/** The three earliest times within seven days that suit the core and most others; none lies inside another. */
export function extraTimes(question: ExtraQuestion): readonly ExtraTime[] {
  return startsIn(question)
    .flatMap((span) => timeAt(span, question))
    .reduce<readonly ExtraTime[]>((found, time) => (isAfterAll(time, found) ? [...found, time] : found), [])
    .slice(0, shown);
}

function startsIn({ from, calendar, ...hours }: ExtraQuestion): readonly Span[] {
  return Array.from({ length: days + 1 }, (_, after) => from.day.plusDays(after))
    .filter((day) => calendar.isOpen(day))
    .flatMap((day) => spansOn(day, hours))
    .filter(({ day, start }) => from.day.isBefore(day) || !start.isBefore(from.time));
}

function spansOn(
  day: CalendarDate,
  { earliest, latest, minutes }: Pick<ExtraQuestion, 'earliest' | 'latest' | 'minutes'>,
): readonly Span[] {
  const count = Math.max(0, Math.floor((latest.minutes - minutes - earliest.minutes) / stepMinutes) + 1);
  return Array.from({ length: count }, (_, at) => ({ day, start: earliest.plusMinutes(at * stepMinutes), minutes }));
}

/** None where one of the core, or more than half of the network, cannot come. */
function timeAt(span: Span, { core, network, isAtHome }: ExtraQuestion): readonly ExtraTime[] {
  const { weekday } = span.day;
  const isAway = (one: PlannedPerson): boolean => whyAway(one, { ...span, isAtHome }, weekday) !== null;
  const absent = network.filter(isAway).map(({ id }) => id);
  return core.some(isAway) || absent.length * 2 > network.length ? [] : [{ span, absent }];
}

function isAfterAll({ span }: ExtraTime, found: readonly ExtraTime[]): boolean {
  const last = found.at(-1)?.span;
  if (!last?.day.equals(span.day)) return true;
  return last.start.minutes + last.minutes <= span.start.minutes;
}

/** What is kept of an extra meeting: that it is one, and who could not come when it was booked. */
export const extraWhy = ({ absent }: ExtraTime): string => JSON.stringify({ extra: true, why: [], absent });

export function isExtra(why: string): boolean {
  const kept: unknown = why === '' ? {} : JSON.parse(why);
  return typeof kept === 'object' && kept !== null && 'extra' in kept && kept.extra === true;
}
