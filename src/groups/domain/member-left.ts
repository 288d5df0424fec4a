import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';

/** Somebody is no longer in the group, by their own or the service user's wish. */
export class MemberLeft {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly personId: PersonId,
  ) {}
}
