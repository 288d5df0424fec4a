import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { YearPlan } from './domain/year-plan';

/** Keeps year plans. Who may see a group is decided before. */
export abstract class PlanningRepository {
  abstract planOf(organisationId: OrganisationId, groupId: GroupId): Promise<YearPlan | null>;
  abstract savePlan(plan: YearPlan): Promise<void>;
}
