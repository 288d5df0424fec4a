import { Injectable } from '@nestjs/common';
import type { Actor } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { wholeCircle } from '../groups/domain/readership';
import type { Leader } from '../groups/domain/profile';
import type { AgendaItemId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';
import { Words } from '../platform/web/words';
import { AgendaChanges } from './agenda-changes.service';
import type { Agenda } from './domain/agenda';
import { AgendaItem, type ItemContent } from './domain/agenda-item';
import type { Proposal } from './domain/proposal';

const wishMinutes = 5;

/** For which meeting of which group, and who says so. */
export interface Taking {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  readonly by: Actor;
}

/** Puts what the service user wishes on the agenda at once; what others propose, or may have, waits for the chairs. */
@Injectable()
export class ProposalTaking {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly people: People,
    private readonly words: Words,
    private readonly stamp: Stamp,
  ) {}

  /** A wish by the bare link, or for an agenda that is full, waits as well, so that nothing is lost. */
  async take(proposal: Proposal, { group, meeting, by }: Taking): Promise<Proposal> {
    const itemId = this.stamp.id<'agenda item'>();
    const isWish = proposal.personId === group.serviceUserId && isCertainlyTheirs(by);
    const content = await this.contentOf(proposal, 'service-user');
    const deed = { actor: by, group, action: 'agenda.proposed' };
    const after = await this.changes.changeOne(deed, meeting, ({ agenda }) =>
      isWish && !agenda.isFull
        ? agenda.addWish(itemOf(agenda, itemId, { ...content, proposedBy: proposal.personId }))
        : agenda,
    );
    const isTaken = after.items.some(({ id }) => id === itemId);
    return isTaken ? proposal.accept(itemId, this.stamp.now()) : proposal;
  }

  /** On the agenda where new items usually come, since the service user says so; led by whoever proposed it. */
  async accept(proposal: Proposal, { group, meeting, by }: Taking): Promise<AgendaItemId> {
    const itemId = this.stamp.id<'agenda item'>();
    const { personId: proposedBy } = proposal;
    const content = await this.contentOf(proposal, group.memberOf(proposedBy)?.part ?? 'together');
    const deed = { actor: by, group, action: 'agenda.proposal-accepted' };
    await this.changes.changeOne(deed, meeting, ({ agenda }) =>
      agenda.add(itemOf(agenda, itemId, { ...content, proposedBy })),
    );
    return itemId;
  }

  /** The agenda stays as it is; that it was answered is written down, and nobody else answers meanwhile. */
  async decline({ group, meeting, by }: Taking): Promise<void> {
    const deed = { actor: by, group, action: 'agenda.proposal-declined' };
    await this.changes.changeOne(deed, meeting, ({ agenda }) => agenda);
  }

  /** In the words of whoever proposed it; in open mail it is called something plain. */
  private async contentOf({ organisationId, personId, words: title }: Proposal, leader: Leader): Promise<ItemContent> {
    const reached = await this.people.reachesNow(organisationId, [personId]);
    const say = this.words.in(reached.get(personId)?.person.language ?? 'sv');
    const neutralTitle = say('agendas.proposal.neutralTitle');
    const plain = { line: '', easy: '', readership: wholeCircle, guest: null };
    return { title, neutralTitle, leader, minutes: wishMinutes, ...plain };
  }
}

// A mail is passed on: whoever comes by a link without its code may be anybody, and writes on no agenda.
const isCertainlyTheirs = ({ role }: Actor): boolean => role !== 'link';

const itemOf = (
  { id: agendaId, organisationId, items }: Agenda,
  id: AgendaItemId,
  content: ItemContent & Pick<AgendaItem, 'proposedBy'>,
): AgendaItem => new AgendaItem({ ...content, id, agendaId, organisationId, position: items.length + 1 });
