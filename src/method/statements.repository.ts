import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Statement } from './domain/statement';

/** Keeps what was written about the lines of the method check. Whether a viewer may see it is the group's to say. */
export abstract class StatementsRepository {
  /** Oldest first, those that were taken back among them. */
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Statement[]>;
  abstract save(statement: Statement): Promise<void>;
}
