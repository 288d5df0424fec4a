import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { ReleasedAgenda, ReleaseNumber } from './domain/released-agenda';

/** Keeps every copy of an agenda that was released, as it was; nothing in it is changed again. */
export abstract class ReleasesRepository {
  /** Those of one meeting and number each that are kept. */
  abstract numbered(
    organisationId: OrganisationId,
    asked: readonly ReleaseNumber[],
  ): Promise<readonly ReleasedAgenda[]>;
  abstract add(organisationId: OrganisationId, releases: readonly ReleasedAgenda[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void>;
}
