import { DomainError } from '../../kernel/domain-error';
import type { AgendaItemId, GroupId, Id, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { optionalPlainLine, plainLine } from '../../people/domain/personal-number';

export type ProposalId = Id<'proposal'>;
export type ProposalState = 'waiting' | 'accepted' | 'declined';

export interface ProposalParts {
  readonly id: ProposalId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly words: string;
  readonly madeAt: Instant;
  readonly state?: ProposalState;
  readonly itemId?: AgendaItemId | null;
  readonly answer?: string;
  readonly answeredAt?: Instant | null;
}

/** What somebody wants a meeting to take up, until the chairs have answered. */
export class Proposal {
  readonly id: ProposalId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly words: string;
  readonly madeAt: Instant;
  readonly state: ProposalState;
  /** What it became on the agenda; null while it waits, and when it was declined. */
  readonly itemId: AgendaItemId | null;
  /** What the chairs answered whoever proposed it; may be empty. */
  readonly answer: string;
  readonly answeredAt: Instant | null;

  constructor({ state = 'waiting', itemId = null, answer = '', answeredAt = null, ...given }: ProposalParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.meetingId = given.meetingId;
    this.personId = given.personId;
    this.words = plainLine(given.words, { field: 'proposal', max: 200 });
    this.madeAt = given.madeAt;
    this.state = state;
    this.itemId = itemId;
    this.answer = optionalPlainLine(answer, { field: 'proposalAnswer', max: 200 });
    this.answeredAt = answeredAt;
  }

  get isWaiting(): boolean {
    return this.state === 'waiting';
  }

  accept(itemId: AgendaItemId, answeredAt: Instant): Proposal {
    return this.answered({ state: 'accepted', itemId, answeredAt });
  }

  decline(answer: string, answeredAt: Instant): Proposal {
    return this.answered({ state: 'declined', answer, answeredAt });
  }

  /** Not taken up, and not answered: it waits for another meeting. */
  waitFor(meetingId: MeetingId): Proposal {
    return this.answered({ meetingId });
  }

  private answered(change: Partial<ProposalParts>): Proposal {
    if (!this.isWaiting) throw new DomainError('proposalAnswered');
    return new Proposal(Object.assign({}, this, change));
  }
}

// So that one person, or whoever found their link, cannot fill a meeting.
const mostOfOne = 10;

/** Refuses one proposal too many of the same person for the same meeting. */
export function requireRoom(earlier: readonly Proposal[], personId: PersonId): void {
  const own = earlier.filter((proposal) => proposal.personId === personId);
  if (own.length >= mostOfOne) throw new DomainError('proposalsTooMany', { field: 'proposal', max: mostOfOne });
}
