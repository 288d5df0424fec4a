import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { BusySpan, BusySpanId, WeeklyHours } from './domain/personal-hours';
import type { YearPlan } from './domain/year-plan';

/** Keeps year plans and what is known of people's time. Who may see a group or a person is decided before. */
export abstract class PlanningRepository {
  abstract planOf(organisationId: OrganisationId, groupId: GroupId): Promise<YearPlan | null>;
  abstract savePlan(plan: YearPlan): Promise<void>;
  abstract hoursOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly WeeklyHours[]>;
  abstract replaceHours(owner: Owner, hours: readonly WeeklyHours[]): Promise<void>;
  abstract busyOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly BusySpan[]>;
  abstract addBusy(span: BusySpan): Promise<void>;
  abstract removeBusy(owner: Owner, id: BusySpanId): Promise<void>;
}

export interface Owner {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
}
