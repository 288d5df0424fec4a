import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { BusyTime } from './domain/busy-times';
import type { CalendarOfPerson, CalendarSource } from './domain/calendar-of-person';
import type { Taken } from './domain/personal-hours';
import type { DaySpan } from './domain/recurring-busy';

export interface WhoseCalendar {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly source: CalendarSource;
}

/** Keeps where people's busy times are read from, and the times. Who may see a person is decided before. */
export abstract class CalendarRepository {
  abstract of(organisationId: OrganisationId, personId: PersonId): Promise<readonly CalendarOfPerson[]>;
  /** Takes the place of what was read from the person's earlier one of the same source. */
  abstract put(calendar: CalendarOfPerson, times: readonly BusyTime[]): Promise<void>;
  /** Only while the calendar is still there: it may have been removed or replaced as it was read. */
  abstract keep(calendar: CalendarOfPerson, times: readonly BusyTime[]): Promise<void>;
  /** As `keep`, leaving the times as they were. */
  abstract note(calendar: CalendarOfPerson): Promise<void>;
  abstract remove(whose: WhoseCalendar): Promise<void>;
  abstract takenIn(
    organisationId: OrganisationId,
    people: readonly PersonId[],
    days: DaySpan,
  ): Promise<readonly Taken[]>;
  /** Of every organisation: the addresses nobody has looked at since, longest ago first. */
  abstract due(since: Instant): Promise<readonly CalendarOfPerson[]>;
  /** Lets one program look, when several find the same calendar due. */
  abstract claim(calendar: CalendarOfPerson, at: Instant): Promise<boolean>;
}
