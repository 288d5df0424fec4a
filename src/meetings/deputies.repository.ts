import type { MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import type { Deputy } from './domain/deputy';

/** Keeps who stands in for whom. Whether a viewer may see the meeting is decided before. */
export abstract class DeputiesRepository {
  abstract ofMeetings(organisationId: OrganisationId, ids: readonly MeetingId[]): Promise<readonly Deputy[]>;
  /** Wherever one of these people stands in for somebody. */
  abstract ofPeople(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly Deputy[]>;
  /** In the place of whoever stood in for the same person before. */
  abstract put(deputy: Deputy): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingId: MeetingId, forPersonId: PersonId): Promise<void>;
}
