import { CalendarDate } from '../../../kernel/calendar-date';
import type { Weekday } from '../../../kernel/calendar-date';

/** Whole numbers, because the engine compares millions: days since 1970-01-01 and minutes since midnight. */
export interface TimeOnDay {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** Some travel to it and from it. */
  readonly atHome: boolean;
}

const firstDay = CalendarDate.of('1970-01-01');
// A caseload names the same few hundred days a million times, and reckoning with dates is slow.
const numbers = new Map<string, number>();
const dates = new Map<number, CalendarDate>();

export function dayNumber(date: CalendarDate): number {
  const known = numbers.get(date.iso);
  if (known !== undefined) return known;
  const counted = firstDay.daysUntil(date);
  numbers.set(date.iso, counted);
  return counted;
}

export function dateOf(day: number): CalendarDate {
  const known = dates.get(day);
  if (known) return known;
  const date = firstDay.plusDays(day);
  dates.set(day, date);
  return date;
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7] ?? 1;

export const isBefore = (a: TimeOnDay, b: TimeOnDay): boolean => a.day < b.day || (a.day === b.day && a.end <= b.start);
