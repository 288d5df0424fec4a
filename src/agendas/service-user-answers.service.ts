import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { Proposal, ProposalId } from './domain/proposal';
import { ProposalPlaces } from './proposal-places.service';
import { ProposalTaking } from './proposal-taking.service';
import { ProposalsRepository } from './proposals.repository';

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
    private readonly proposals: ProposalsRepository,
    private readonly places: ProposalPlaces,
    private readonly taking: ProposalTaking,
    private readonly stamp: Stamp,
  ) {}

  async accept(at: AnsweredByLink, id: ProposalId): Promise<void> {
    const { group, meeting, proposal } = await this.find(at, id);
    const itemId = await this.taking.accept(proposal, { group, meeting, by: at.by });
    await this.answer(at, id, (one) =>
      (one.meetingId === meeting.id ? one : one.waitFor(meeting.id)).accept(itemId, this.stamp.now()),
    );
  }

  async decline(at: AnsweredByLink, id: ProposalId): Promise<void> {
    const { group, meeting } = await this.find(at, id);
    await this.taking.decline({ group, meeting, by: at.by });
    await this.answer(at, id, (one) => one.decline('', this.stamp.now()));
  }

  private async find(at: AnsweredByLink, id: ProposalId) {
    const { group, meeting } = await this.places.of(at);
    if (group.serviceUserId !== at.personId) throw new DomainError('notFound');
    if (!meeting) throw new DomainError('noMeetingToPropose');
    return { group, meeting, proposal: await this.read(at, id) };
  }

  // Read after the agenda was taken hold of, so that only one of two who answer at once is heard.
  private async answer(at: AnsweredByLink, id: ProposalId, decide: (proposal: Proposal) => Proposal): Promise<void> {
    await this.proposals.save([decide(await this.read(at, id))]);
  }

  private async read({ organisationId, meetingId }: AnsweredByLink, id: ProposalId): Promise<Proposal> {
    const found = (await this.proposals.of(organisationId, [meetingId])).find((one) => one.id === id);
    if (!found) throw new DomainError('notFound');
    return found;
  }
}
