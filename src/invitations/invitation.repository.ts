import type { GroupId, MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Invitation } from './domain/invitation';

/** Keeps the calendar entries' names for life. */
export abstract class InvitationRepository {
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Invitation[]>;
  abstract find(organisationId: OrganisationId, meetingId: MeetingId, personId: PersonId): Promise<Invitation | null>;
  /** Those of the names that some organisation's entries have. */
  abstract taken(uids: readonly string[]): Promise<readonly string[]>;
  /** Adds new ones; a second one for the same meeting and person is refused by the table. */
  abstract add(invitations: readonly Invitation[]): Promise<void>;
}
