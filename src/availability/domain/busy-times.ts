import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import { wallTimeOf } from './personal-hours';

/** `2027-01-12T09:00` to `2027-01-12T10:30` on the organisation's wall clock. */
export interface BusyTime {
  readonly starts: string;
  readonly ends: string;
}

const midnight = (day: CalendarDate): string => `${day.iso}T00:00`;

/** Away from the first day to the last, both counted: until the midnight after. */
export function absence(firstDay: CalendarDate, lastDay: CalendarDate): BusyTime {
  if (lastDay.isBefore(firstDay)) throw new DomainError('busyDaysReversed', { field: 'absentUntil' });
  return { starts: midnight(firstDay), ends: midnight(lastDay.plusDays(1)) };
}

/** The first and last day of a time that takes whole days; null for one that does not. */
export function wholeDaysOf({
  starts,
  ends,
}: BusyTime): { readonly from: CalendarDate; readonly until: CalendarDate } | null {
  if (!starts.endsWith('T00:00') || !ends.endsWith('T00:00')) return null;
  return { from: wallTimeOf(starts).day, until: wallTimeOf(ends).day.plusDays(-1) };
}

export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The same time said once: stretches in order, those that overlap or touch made one, those without length left out. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: { from: number; until: number }[] = [];
  for (const { from, until } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (until <= from) continue;
    const last = whole.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else whole.push({ from, until });
  }
  return whole;
}
