import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId } from '../../kernel/identifiers';
import { plainParagraph } from '../../people/domain/personal-number';
import { firstStep, type Mark, type Step, stepsWith } from './step';

export type GoalId = Id<'goal'>;

/** Long: a dream or a wish. Short: what, and by when. */
export type GoalSpan = 'long' | 'short';
export const goalSpans: readonly GoalSpan[] = ['long', 'short'];

export type GoalState = 'active' | 'reached' | 'put-aside';

/** The method asks for two long-term and two short-term goals at a time. */
export const mostActiveGoals = 2;

export interface GoalWords {
  /** The service user's own. */
  readonly words: string;
  /** A short goal always has a day; a long one has none. */
  readonly by: CalendarDate | null;
}

export interface GoalOrigin {
  readonly id: GoalId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly span: GoalSpan;
}

export interface GoalParts extends GoalOrigin, GoalWords {
  readonly state: GoalState;
  readonly steps: readonly Step[];
}

/** What the service user wants, in their own words, with all that it has been called before. */
export class Goal {
  readonly id: GoalId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly span: GoalSpan;
  readonly words: string;
  readonly by: CalendarDate | null;
  readonly state: GoalState;
  /** Oldest first. */
  readonly steps: readonly Step[];

  constructor(given: GoalParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.span = given.span;
    this.words = plainParagraph(given.words, { field: 'goalWords', max: 500 });
    this.by = given.span === 'long' ? null : given.by;
    this.state = given.state;
    this.steps = given.steps;
    if (this.words === '') throw new DomainError('fieldMissing', { field: 'goalWords' });
    if (this.span === 'short' && this.by === null) throw new DomainError('shortGoalWithoutDay', { field: 'goalBy' });
  }

  static begin(origin: GoalOrigin, words: GoalWords, mark: Mark): Goal {
    return new Goal({ ...origin, ...words, state: 'active', steps: firstStep(origin, mark) });
  }

  get isActive(): boolean {
    return this.state === 'active';
  }

  /** Raised by each step; a form that was opened at an earlier one is refused. */
  get version(): number {
    return this.steps.length;
  }

  reworded(words: GoalWords, mark: Mark): Goal {
    const before = { earlierWords: this.words, earlierDay: this.by };
    return this.with({ ...words, steps: stepsWith(this, 'changed', mark, before) });
  }

  become(state: GoalState, mark: Mark): Goal {
    if (state === this.state) return this;
    return this.with({ state, steps: stepsWith(this, state === 'active' ? 'taken-up' : state, mark) });
  }

  private with(change: Partial<GoalParts>): Goal {
    return new Goal(Object.assign({}, this, change));
  }
}

/** At most two of each kind are worked on at a time; another has to be reached or put aside first. */
export function requireRoomFor({ id, span }: Pick<Goal, 'id' | 'span'>, goals: readonly Goal[]): void {
  const others = goals.filter((goal) => goal.id !== id && goal.isActive && goal.span === span);
  if (others.length < mostActiveGoals) return;
  if (span === 'long') throw new DomainError('tooManyLongGoals', { max: mostActiveGoals });
  throw new DomainError('tooManyShortGoals', { max: mostActiveGoals });
}
