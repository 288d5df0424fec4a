import { CalendarDate } from '../../kernel/calendar-date';
import type { Meeting } from '../../meetings/domain/meeting';
import { Taper } from '../../planning/domain/taper';
import { windowDays, type YearWishesParts } from '../../planning/domain/year-wishes';

/** A call goes out two weeks ahead, so a row begins no sooner than in three. */
const daysToFirstMeeting = 21;

/** `stepUp`: back to the first, close meetings from now on. */
export type TaperWish =
  { readonly kind: 'intervals'; readonly intervals: readonly number[] } | { readonly kind: 'stepUp' };

export interface RunningRow {
  readonly wishes: YearWishesParts;
  /** The row's meetings that have not begun, soonest first. */
  readonly ahead: readonly Meeting[];
  /** What the group's profile begins with. */
  readonly firstIntervals: readonly number[];
  readonly today: CalendarDate;
}

/** The wishes of a row that runs, with other intervals from its next meeting on. */
export function wishesWith(wish: TaperWish, row: RunningRow): YearWishesParts {
  const intervals = wish.kind === 'stepUp' ? row.firstIntervals : wish.intervals;
  return { ...row.wishes, intervals, start: startOf(wish, row).iso };
}

/** The next meeting stays where it is; to step up, only if it is no more than a month away. */
function startOf({ kind }: TaperWish, { ahead, today }: RunningRow): CalendarDate {
  const [next] = ahead;
  const soon = today.plusMonths(1).plusDays(windowDays);
  if (!next || (kind === 'stepUp' && soon.isBefore(next.day))) return today.plusDays(daysToFirstMeeting);
  return Math.abs(next.target.daysUntil(next.day)) <= windowDays ? next.target : next.day;
}

/** The intervals that are still to come, as the row runs now. */
export function intervalsAhead({ wishes, ahead }: RunningRow): readonly number[] {
  const [next] = ahead;
  const start = CalendarDate.of(wishes.start);
  const taper = new Taper(wishes.intervals);
  if (!next) return taper.intervals.slice(-1);
  const before = taper.offsets(longest).filter((months) => start.plusMonths(months).isBefore(next.target));
  return taper.after(before.length).intervals;
}

const longest = 120;

/** As far as wished, and at least past everything that is booked. */
export function reachOf({ start, horizonMonths }: YearWishesParts, ahead: readonly Meeting[]): number {
  const last = ahead.at(-1);
  if (!last) return horizonMonths;
  const months = Math.ceil(Math.max(0, daysBetween(start, last)) / shortestMonth);
  return Math.min(longest, Math.max(horizonMonths, months));
}

const shortestMonth = 28;

const daysBetween = (start: string, { day }: Meeting): number => CalendarDate.of(start).daysUntil(day);
