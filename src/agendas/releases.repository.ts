import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { ReleasedAgenda, ReleaseNumber } from './domain/released-agenda';

/** Keeps every copy of an agenda that was released, as it was; nothing in it is changed again. */
export abstract class ReleasesRepository {
  /** The newest of each meeting that has one. */
  abstract newest(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly ReleasedAgenda[]>;
  /** Those of one meeting and number each that are kept. */
  abstract numbered(
    organisationId: OrganisationId,
    asked: readonly ReleaseNumber[],
  ): Promise<readonly ReleasedAgenda[]>;
  abstract add(organisationId: OrganisationId, releases: readonly ReleasedAgenda[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void>;
}
