import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { ProposalId } from './domain/proposal';
import { KeptProposals } from './kept-proposals.service';
import { ProposalPlaces } from './proposal-places.service';
import { ProposalTaking } from './proposal-taking.service';

/** Somebody's proposal for one meeting, and who answers it by their personal link. */
export interface AnsweredByLink {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly by: Actor;
}

/** The service user chairs too: what they answer those who propose something, from their own page. */
@Injectable()
export class ServiceUserAnswers {
  constructor(
    private readonly proposals: KeptProposals,
    private readonly places: ProposalPlaces,
    private readonly taking: ProposalTaking,
    private readonly stamp: Stamp,
  ) {}

  async accept(at: AnsweredByLink, id: ProposalId): Promise<void> {
    const { group, meeting, proposal } = await this.find(at, id);
    const itemId = await this.taking.accept(proposal, { group, meeting, by: at.by });
    await this.proposals.answer(at, id, (one) =>
      (one.meetingId === meeting.id ? one : one.waitFor(meeting.id)).accept(itemId, this.stamp.now()),
    );
  }

  async decline(at: AnsweredByLink, id: ProposalId): Promise<void> {
    const { group, meeting } = await this.find(at, id);
    await this.taking.decline({ group, meeting, by: at.by });
    await this.proposals.answer(at, id, (one) => one.decline('', this.stamp.now()));
  }

  private async find(at: AnsweredByLink, id: ProposalId) {
    const { group, meeting } = await this.places.of(at);
    if (group.serviceUserId !== at.personId) throw new DomainError('notFound');
    if (!meeting) throw new DomainError('noMeetingToPropose');
    return { group, meeting, proposal: await this.proposals.get(at, id) };
  }
}
