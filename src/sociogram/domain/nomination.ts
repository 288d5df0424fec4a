import { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { Id, OrganisationId, PersonId, UserId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import type { FigureId } from './placement';

export type NominationId = Id<'nomination'>;
type NominationStepId = Id<'nomination step'>;

/** How far it has come from standing on the map to being in the group. */
export type NominationState =
  | 'on-the-map'
  | 'proposed-by-me'
  | 'may-be-asked'
  | 'asked'
  | 'talked-with'
  | 'yes'
  | 'no'
  | 'maybe'
  | 'in-the-group'
  | 'left';

// The service user may take somebody back at any time until they are in the group; whoever said no may be asked again,
// but only after a new decision of the service user's. Nobody has to take the talk in order to decline.
export const mayBecome = {
  'on-the-map': ['proposed-by-me', 'may-be-asked'],
  'proposed-by-me': ['may-be-asked', 'on-the-map'],
  'may-be-asked': ['asked', 'on-the-map'],
  asked: ['talked-with', 'no', 'on-the-map'],
  'talked-with': ['yes', 'no', 'maybe', 'on-the-map'],
  yes: ['in-the-group', 'no', 'on-the-map'],
  no: ['proposed-by-me', 'may-be-asked', 'on-the-map'],
  maybe: ['yes', 'no', 'on-the-map'],
  'in-the-group': ['left'],
  left: ['proposed-by-me', 'may-be-asked', 'on-the-map'],
} as const satisfies Record<NominationState, readonly NominationState[]>;

export type Decider = 'service-user' | 'person' | 'coordinator';

/** Whose word it is. The coordinator asks, talks and writes down; who may be asked is the service user's alone. */
const decidedBy = {
  'on-the-map': ['service-user'],
  'proposed-by-me': ['service-user'],
  'may-be-asked': ['service-user'],
  asked: ['coordinator'],
  'talked-with': ['coordinator'],
  yes: ['person'],
  no: ['person'],
  maybe: ['person'],
  'in-the-group': ['coordinator'],
  left: ['person', 'service-user'],
} as const satisfies Record<NominationState, readonly Decider[]>;

/** How it was told or done. Words to choose from: free text about people is not needed here. */
export const waysOfTelling = ['at-meeting', 'by-phone', 'on-picture', 'in-writing'] as const;
export type WayOfTelling = (typeof waysOfTelling)[number];

/** One step on the way, as the coordinator recorded it. */
export interface NominationStep {
  readonly id: NominationStepId;
  readonly became: NominationState;
  readonly decidedBy: Decider;
  readonly how: WayOfTelling;
  readonly day: CalendarDate;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
}

export interface NominationTold {
  readonly id: NominationId;
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
  readonly figureId: FigureId;
  /** Who it is among the people, once asked. */
  readonly personId: PersonId | null;
  /** In the order they were recorded. */
  readonly steps: readonly NominationStep[];
}

/** Somebody's way from the map to the group. */
export class Nomination implements NominationTold {
  readonly id: NominationId;
  readonly organisationId: OrganisationId;
  readonly serviceUserId: PersonId;
  readonly figureId: FigureId;
  readonly personId: PersonId | null;
  readonly steps: readonly NominationStep[];

  constructor(told: NominationTold) {
    this.id = told.id;
    this.organisationId = told.organisationId;
    this.serviceUserId = told.serviceUserId;
    this.figureId = told.figureId;
    this.personId = told.personId;
    this.steps = told.steps;
  }

  get state(): NominationState {
    return this.steps.at(-1)?.became ?? 'on-the-map';
  }

  get next(): readonly NominationState[] {
    return mayBecome[this.state];
  }

  /** The service user's decision that is in force, or null. */
  get approval(): NominationStep | null {
    return this.sinceTakenBack().findLast((step) => step.became === 'may-be-asked') ?? null;
  }

  /** The talk about expectations and commitment that followed the decision, or null. */
  get talk(): NominationStep | null {
    return this.sinceTakenBack().findLast((step) => step.became === 'talked-with') ?? null;
  }

  step(step: NominationStep): Nomination {
    if (!this.next.includes(step.became)) throw new DomainError('notTheNextStep', { field: 'became' });
    if (!decidersOf(step.became).includes(step.decidedBy))
      throw new DomainError('notTheirDecision', { field: 'became' });
    if (step.became === 'asked' && this.personId === null)
      throw new DomainError('fieldNotChosen', { field: 'figurePerson' });
    if (step.day.isBefore(this.steps.at(-1)?.day ?? step.day))
      throw new DomainError('stepBeforeTheLast', { field: 'stepDay' });
    return new Nomination(Object.assign({}, this, { steps: [...this.steps, step] }));
  }

  /** Says who of the people it is. Once asked it stays the same person. */
  linkedTo(personId: PersonId): Nomination {
    if (this.state !== 'may-be-asked') throw new DomainError('notTheNextStep', { field: 'figurePerson' });
    return new Nomination(Object.assign({}, this, { personId }));
  }

  /** Everything since the service user last took somebody back, or they said no or left. */
  private sinceTakenBack(): readonly NominationStep[] {
    const over: readonly NominationState[] = ['on-the-map', 'no', 'left'];
    const last = this.steps.findLastIndex((step) => over.includes(step.became));
    return this.steps.slice(last + 1);
  }
}

export const decidersOf = (state: NominationState): readonly Decider[] => decidedBy[state];
