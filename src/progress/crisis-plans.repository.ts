import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { CrisisPlan } from './domain/crisis-plan';

/** Keeps every version of the crisis plans; whether a viewer may see a group is asked of the group first. */
export abstract class CrisisPlansRepository {
  /** Oldest first. */
  abstract versions(organisationId: OrganisationId, groupId: GroupId): Promise<readonly CrisisPlan[]>;
  abstract save(plan: CrisisPlan): Promise<void>;
}
