import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Proposal, ProposalId } from './domain/proposal';
import { ProposalsRepository } from './proposals.repository';

/** The meeting that a proposal is for. */
interface ProposalPlace {
  readonly organisationId: OrganisationId;
  readonly meetingId: MeetingId;
}

/** Finds one proposal among those for its meeting, and keeps what it is answered. */
@Injectable()
export class KeptProposals {
  constructor(private readonly proposals: ProposalsRepository) {}

  async get({ organisationId, meetingId }: ProposalPlace, id: ProposalId): Promise<Proposal> {
    const found = (await this.proposals.of(organisationId, [meetingId])).find((one) => one.id === id);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  /** Once the agenda has been taken hold of: read then, so that only one of two who answer at once is heard. */
  async answer(place: ProposalPlace, id: ProposalId, decide: (proposal: Proposal) => Proposal): Promise<void> {
    await this.proposals.save([decide(await this.get(place, id))]);
  }
}
