import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { AgendaChanges } from './agenda-changes.service';
import { AgendaTitles } from './agenda-titles.service';
import type { Agenda, Place } from './domain/agenda';
import { AgendaItem, type ItemContent } from './domain/agenda-item';
import { requireOfGroup } from './domain/for-the-group';
import type { ProposalId } from './domain/proposal';
import { KeptProposals } from './kept-proposals.service';

/** What a proposal becomes, and where on the agenda. */
export interface Acceptance {
  readonly content: ItemContent;
  readonly place: Place;
}

/** What the chairs answer those who propose something. */
@Injectable()
export class ProposalAnswers {
  constructor(
    private readonly proposals: KeptProposals,
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
    const among = { organisationId: viewer.organisationId, meetingId };
    const { personId: proposedBy } = await this.proposals.get(among, proposalId);
    const itemId = this.stamp.id<'agenda item'>();
    const after = await this.changes.change(viewer, meetingId, 'agenda.proposal-accepted', ({ agenda, group }) => {
      requireOfGroup(content, group);
      const { id: agendaId, organisationId, items } = agenda;
      const origin = { id: itemId, organisationId, agendaId, proposedBy };
      return agenda.add(new AgendaItem({ ...origin, ...content, position: items.length + 1 }), place);
    });
    await this.proposals.answer(among, proposalId, (proposal) => proposal.accept(itemId, this.stamp.now()));
    return after;
  }

  /** The answer is for whoever proposed it, and may be empty. */
  async decline(viewer: Viewer, meetingId: MeetingId, proposalId: ProposalId, answer: string): Promise<void> {
    await this.changes.change(viewer, meetingId, 'agenda.proposal-declined', ({ agenda }) => agenda);
    const among = { organisationId: viewer.organisationId, meetingId };
    await this.proposals.answer(among, proposalId, (proposal) => proposal.decline(answer, this.stamp.now()));
  }
}
