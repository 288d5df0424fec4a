import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { TimeOfDay } from '../../kernel/time-of-day';

/** A person is taken: when, but never by which group or for what. */
export interface TakenTime {
  readonly personId: PersonId;
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}
