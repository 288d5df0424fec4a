import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { BusySpan, BusySpanId, WeeklyHours } from './domain/personal-hours';
import type { RecurringBusy, RecurringBusyId } from './domain/recurring-busy';

/** Keeps what is known of people's time. Who may see a person is decided before. */
export abstract class AvailabilityRepository {
  abstract hoursOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly WeeklyHours[]>;
  abstract replaceHours(owner: Owner, hours: readonly WeeklyHours[]): Promise<void>;
  abstract busyOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly BusySpan[]>;
  abstract addBusy(span: BusySpan): Promise<void>;
  abstract removeBusy(owner: Owner, id: BusySpanId): Promise<void>;
  abstract recurringOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly RecurringBusy[]>;
  abstract addRecurring(time: RecurringBusy): Promise<void>;
  abstract removeRecurring(owner: Owner, id: RecurringBusyId): Promise<void>;
}

export interface Owner {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
}
