import { DomainError } from '../../kernel/domain-error';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import type { Reason } from './plan';
import type { YearWishesParts } from './year-wishes';

export type YearPlanState = 'proposed' | 'booked';

/** Another time for a meeting, and what it would cost; days in ISO, times `HH:MM`. */
export interface ProposedAlternative {
  readonly day: string;
  readonly start: string;
  readonly costMore: number;
  readonly absent: readonly string[];
}

export interface ProposedMeeting {
  readonly index: number;
  readonly target: string;
  readonly day: string;
  readonly start: string;
  readonly absent: readonly string[];
  readonly why: readonly Reason[];
  readonly alternatives: readonly ProposedAlternative[];
  /** The coordinator chose this time; a new proposal keeps it. */
  readonly chosen: boolean;
}

export interface ProposedGap {
  readonly index: number;
  readonly target: string;
  readonly why: readonly Reason[];
}

export interface Proposal {
  readonly meetings: readonly ProposedMeeting[];
  readonly gaps: readonly ProposedGap[];
}

interface YearPlanParts {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly state: YearPlanState;
  readonly wishes: YearWishesParts;
  readonly proposal: Proposal;
}

interface PlannedFor {
  readonly id: GroupId;
  readonly organisationId: OrganisationId;
}

/** A group's year: what was wished, what the planner proposed, and whether it is booked. */
export class YearPlan {
  readonly id: GroupId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly state: YearPlanState;
  readonly wishes: YearWishesParts;
  readonly proposal: Proposal;

  constructor({ organisationId, groupId, state, wishes, proposal }: YearPlanParts) {
    this.id = groupId;
    this.organisationId = organisationId;
    this.groupId = groupId;
    this.state = state;
    this.wishes = wishes;
    this.proposal = proposal;
  }

  /** A group has one year plan at a time, so the plan bears the group's own id. */
  static proposedFor(group: PlannedFor, wishes: YearWishesParts, proposal: Proposal): YearPlan {
    const { id: groupId, organisationId } = group;
    return new YearPlan({ organisationId, groupId, state: 'proposed', wishes, proposal });
  }

  proposing(proposal: Proposal): YearPlan {
    return this.with({ state: 'proposed', proposal });
  }

  /** A year with a hole in it is not booked: the hole is mended first, or the wishes are. */
  booked(): YearPlan {
    if (this.proposal.gaps.length > 0)
      throw new DomainError('planWithGaps', { field: 'form', count: this.proposal.gaps.length });
    return this.with({ state: 'booked' });
  }

  /** The row goes on, by these wishes from now on; the proposal is what is booked. */
  carriedOn(wishes: YearWishesParts, proposal: Proposal): YearPlan {
    return this.with({ wishes, proposal }).booked();
  }

  private with(change: Partial<YearPlanParts>): YearPlan {
    return new YearPlan(Object.assign({}, this, change));
  }

  /** The meeting at this place of the row. */
  meeting(index: number): ProposedMeeting {
    const found = this.proposal.meetings.find((meeting) => meeting.index === index);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  /** Only a time that was offered was checked against everybody's hours. */
  requireOffered({ index, day, start }: { index: number; day: string; start: string }): void {
    const { alternatives } = this.meeting(index);
    if (!alternatives.some((offered) => offered.day === day && offered.start === start))
      throw new DomainError('timeNotOffered', { field: 'form' });
  }
}
