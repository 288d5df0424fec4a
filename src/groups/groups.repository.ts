import type { Viewer } from '../access/domain/viewer';
import type { GroupId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Consent } from './domain/consent';
import type { Member } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';

/** Keeps groups, their members and their consents; a viewer sees the groups they are assigned to and no others. */
export abstract class GroupsRepository {
  /** Refuses with `notFound` what the viewer may not see, as if it did not exist. */
  abstract get(viewer: Viewer, id: GroupId): Promise<ResourceGroup>;
  abstract list(viewer: Viewer): Promise<readonly ResourceGroup[]>;
  abstract save(viewer: Viewer, group: ResourceGroup): Promise<void>;
  /** Oldest first. */
  abstract consents(viewer: Viewer, id: GroupId): Promise<readonly Consent[]>;
  abstract saveConsent(viewer: Viewer, consent: Consent): Promise<void>;

  /** Across organisations, for commands of whoever runs the program. */
  abstract organisationOf(id: GroupId): Promise<OrganisationId | null>;

  // Without a viewer: what the program asks by itself, inside one organisation.
  abstract ofOrganisation(organisationId: OrganisationId, id: GroupId): Promise<ResourceGroup | null>;
  abstract consentsOf(organisationId: OrganisationId, id: GroupId): Promise<readonly Consent[]>;
  /** These people's places in all groups of the organisation, those they have left not among them. */
  abstract placesOf(organisationId: OrganisationId, personIds: readonly PersonId[]): Promise<readonly Member[]>;
}
