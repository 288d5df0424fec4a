import type { CalendarDate } from '../../kernel/calendar-date';
import type { Axis } from './axis';
import type { Measure } from './measure';

/** The values that belong together: people rate on days of their own, but it is one measuring. */
export interface Measuring {
  /** 1 is the first there ever was. */
  readonly number: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly measures: readonly Measure[];
}

/**
 * The measurings, oldest first. A new one begins on the first day that lies more than `days` after the first day of the
 * one before, or on which somebody gives an axis a value again. Values that were taken back are left out.
 */
export function measuringsOf(measures: readonly Measure[], days: number): readonly Measuring[] {
  const found: Measuring[] = [];
  for (const sameDay of byDay(measures.filter((one) => one.counts))) {
    const last = found.at(-1);
    if (last && belongs(last, sameDay, days)) found[found.length - 1] = measuring(last.number, last.measures, sameDay);
    else found.push(measuring(found.length + 1, [], sameDay));
  }
  return found;
}

function byDay(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const days = new Map<string, readonly Measure[]>();
  for (const one of measures) days.set(one.day.iso, [...(days.get(one.day.iso) ?? []), one]);
  return [...days.keys()].sort().map((day) => days.get(day) ?? []);
}

function belongs({ from, measures }: Measuring, sameDay: readonly Measure[], days: number): boolean {
  const again = sameDay.some((one) => measures.some((is) => is.axis === one.axis && is.raterId === one.raterId));
  return !again && sameDay.every(({ day }) => from.daysUntil(day) <= days);
}

function measuring(number: number, earlier: readonly Measure[], sameDay: readonly Measure[]): Measuring {
  const measures = [...earlier, ...sameDay];
  const days = measures.map(({ day }) => day).sort((a, b) => a.iso.localeCompare(b.iso));
  const [from, until] = [days[0], days.at(-1)];
  if (!from || !until) throw new RangeError('A measuring has at least one value.');
  return { number, from, until, measures };
}

/** What a measuring says on one axis: a value from each who gave one; none is a gap. */
export const measuresOn = (axis: Axis, { measures }: Measuring): readonly Measure[] =>
  measures
    .filter((one) => one.axis === axis.key)
    .toSorted((a, b) => a.day.iso.localeCompare(b.day.iso) || a.raterId.localeCompare(b.raterId));
