import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Goal } from './domain/goal';

/** Keeps goals with their history; whether a viewer may see a group is asked of the group first. */
export abstract class GoalsRepository {
  /** Oldest first. */
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Goal[]>;
  abstract save(goal: Goal): Promise<void>;
}
