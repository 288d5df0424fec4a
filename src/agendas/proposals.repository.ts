import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Proposal } from './domain/proposal';

/** Keeps what people have proposed. */
export abstract class ProposalsRepository {
  /** In the order they were made. */
  abstract of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Proposal[]>;
  abstract save(proposals: readonly Proposal[]): Promise<void>;
  abstract remove(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<void>;
}
