import type { Weekday } from '../../kernel/calendar-date';

/** The weekdays as the caseload file writes them, Monday first. */
export const dayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type DayKey = (typeof dayKeys)[number];

const weekdays: Readonly<Record<DayKey, Weekday>> = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 };

export const weekdayOfKey = (key: DayKey): Weekday => weekdays[key];
