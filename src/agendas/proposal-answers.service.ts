import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaTitles } from './agenda-titles.service';
import type { Agenda, Place } from './domain/agenda';
import { AgendaItem, type ItemContent } from './domain/agenda-item';
import { requireOfGroup } from './domain/for-the-group';
import type { Proposal, ProposalId } from './domain/proposal';
import { ProposalsRepository } from './proposals.repository';

/** What a proposal becomes, and where on the agenda. */
export interface Acceptance {
  readonly content: ItemContent;
  readonly place: Place;
}

/** What the chairs answer those who propose something. */
@Injectable()
export class ProposalAnswers {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly changes: AgendaChanges,
    private readonly titles: AgendaTitles,
    private readonly stamp: Stamp,
  ) {}

  async accept(
    viewer: Viewer,
    meetingId: MeetingId,
    proposalId: ProposalId,
    { content, place }: Acceptance,
  ): Promise<Agenda> {
    await this.titles.require(viewer, meetingId, content.neutralTitle);
    const { personId: proposedBy } = await this.find(viewer, meetingId, proposalId);
    const itemId = this.stamp.id<'agenda item'>();
    const after = await this.changes.change(viewer, meetingId, 'agenda.proposal-accepted', ({ agenda, group }) => {
      requireOfGroup(content, group);
      const { id: agendaId, organisationId, items } = agenda;
      const origin = { id: itemId, organisationId, agendaId, proposedBy };
      return agenda.add(new AgendaItem({ ...origin, ...content, position: items.length + 1 }), place);
    });
    await this.answer(viewer, meetingId, proposalId, (proposal) => proposal.accept(itemId, this.stamp.now()));
    return after;
  }

  /** The answer is for whoever proposed it, and may be empty. */
  async decline(viewer: Viewer, meetingId: MeetingId, proposalId: ProposalId, answer: string): Promise<void> {
    await this.changes.change(viewer, meetingId, 'agenda.proposal-declined', ({ agenda }) => agenda);
    await this.answer(viewer, meetingId, proposalId, (proposal) => proposal.decline(answer, this.stamp.now()));
  }

  // Read after the agenda was taken hold of, so that only one of two who answer at once is heard.
  private async answer(
    viewer: Viewer,
    meetingId: MeetingId,
    proposalId: ProposalId,
    decide: (proposal: Proposal) => Proposal,
  ): Promise<void> {
    await this.proposals.save([decide(await this.find(viewer, meetingId, proposalId))]);
  }

  private async find({ organisationId }: Viewer, meetingId: MeetingId, proposalId: ProposalId): Promise<Proposal> {
    const found = (await this.proposals.of(organisationId, [meetingId])).find(({ id }) => id === proposalId);
    if (!found) throw new DomainError('notFound');
    return found;
  }
}
