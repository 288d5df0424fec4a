import { CalendarDate } from '../../kernel/calendar-date';
import type { Weekday } from '../../kernel/calendar-date';

const firstDay = CalendarDate.of('1970-01-01');
// A caseload names the same few hundred days a million times, and reckoning with dates is slow.
const numbers = new Map<string, number>();

/** Days since 1970-01-01. */
export function dayNumber(date: CalendarDate): number {
  const known = numbers.get(date.iso) ?? firstDay.daysUntil(date);
  numbers.set(date.iso, known);
  return known;
}

export const dateOfNumber = (day: number): CalendarDate => firstDay.plusDays(day);

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** 1970-01-01 was a Thursday. */
export const weekdayOfNumber = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7] ?? 1;
