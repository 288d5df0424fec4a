import type { CalendarDate } from '../../kernel/calendar-date';
import type { Meeting } from '../../meetings/domain/meeting';
import type { YearWishes } from '../../planning/domain/year-wishes';
import { isExtra } from './extra-times';

/** When nothing is booked later than this, the next stretch is to be planned. */
const monthsToPlanAhead = 4;

/** A call goes out two weeks ahead, and two meetings of a row lie at least as far apart. */
const daysApart = 14;

/** The longest a taper reaches, in months. */
const longestRow = 120;

interface Booked {
  readonly meetings: readonly Meeting[];
  readonly today: CalendarDate;
}

/** Whether so little lies ahead that the next stretch should be planned. */
export const isNearEnd = ({ meetings, today }: Booked): boolean =>
  meetings.filter(isInRow).every(({ day }) => day.isBefore(today.plusMonths(monthsToPlanAhead)));

/** It follows the taper and was not called off; an extra meeting is beside the row. */
export const isInRow = ({ takesTime, why }: Meeting): boolean => takesTime && !isExtra(why);

/** The months from the row's start to each meeting of the next stretch: on by the taper, as far as wished. */
export function nextOffsets(wishes: YearWishes, { meetings, today }: Booked): readonly number[] {
  const booked = meetings.filter(isInRow).flatMap(({ day, target }) => [day, target]);
  const last = latest([today, ...booked]);
  const until = last.plusMonths(wishes.parts.horizonMonths);
  const soonest = last.plusDays(daysApart);
  const ahead = wishes.taper.offsets(longestRow).filter((months) => !targetOf(wishes, months).isBefore(soonest));
  const within = ahead.filter((months) => !until.isBefore(targetOf(wishes, months)));
  return within.length > 0 ? within : ahead.slice(0, 1);
}

const targetOf = ({ start }: YearWishes, months: number): CalendarDate => start.plusMonths(months);

const latest = (days: readonly [CalendarDate, ...CalendarDate[]]): CalendarDate =>
  days.reduce((one, other) => (one.isBefore(other) ? other : one));

/** Meetings are numbered as they are booked. */
export const nextNumber = (meetings: readonly Meeting[]): number =>
  Math.max(0, ...meetings.map(({ number }) => number)) + 1;
