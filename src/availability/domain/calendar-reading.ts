import type { BusyTime } from './busy-times';

export type CalendarFault = 'notACalendar' | 'calendarTooLarge' | 'tooManyEvents' | 'unknownZone' | 'tookTooLong';

export interface ReadCalendar {
  readonly kind: 'read';
  /** In order, none touching another. */
  readonly busy: readonly BusyTime[];
  /** How many of its events could not be understood. */
  readonly leftOut: number;
}

/** What a calendar tells of somebody's time; nothing else of it is read. */
export type CalendarReading =
  | ReadCalendar
  | { readonly kind: 'refused'; readonly why: Exclude<CalendarFault, 'unknownZone'> }
  | { readonly kind: 'refused'; readonly why: 'unknownZone'; readonly zone: string };

export const mostCalendarBytes = 5 * 1024 * 1024;

/** Events in the file, and times that they come to within the window. */
export const mostEvents = 20_000;

/** How far ahead a calendar is read. */
export const monthsRead = 24;
