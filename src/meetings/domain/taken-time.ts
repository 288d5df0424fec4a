import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId, ThingId } from '../../kernel/identifiers';
import type { TimeOfDay } from '../../kernel/time-of-day';

/** A person is taken: when, but never by which group or for what. */
export interface TakenTime {
  readonly personId: PersonId;
  readonly day: CalendarDate;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  /** Where people have a way to go. */
  readonly isAtHome: boolean;
}

/** A room or a link is taken: when, but never by which group or for what. */
export type TakenThing = Pick<TakenTime, 'day' | 'start' | 'end'> & { readonly thingId: ThingId };
