import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';

/** A group has been handed over to another coordinator; whoever had it before is no longer in it. */
export class CoordinatorChanged {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly from: PersonId,
    readonly to: PersonId,
  ) {}
}
