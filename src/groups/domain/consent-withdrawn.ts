import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { ConsentKind } from './consent';

/** Somebody took back a yes; whatever waits to be sent to them must stop. */
export class ConsentWithdrawn {
  constructor(
    readonly organisationId: OrganisationId,
    readonly groupId: GroupId,
    readonly personId: PersonId,
    readonly kind: ConsentKind,
  ) {}
}
