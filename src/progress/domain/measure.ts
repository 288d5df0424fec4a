import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { type Axis, type Rater, requireOnScale } from './axis';
import type { AuthorId } from './step';

export type MeasureId = Id<'measure'>;

export interface MeasureParts {
  readonly id: MeasureId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** The axis's key. */
  readonly axis: string;
  /** As it was given, on the axis's own scale. */
  readonly value: number;
  readonly day: CalendarDate;
  readonly rater: Rater;
  readonly raterId: PersonId;
  readonly typedBy: AuthorId;
  readonly typedAt: Instant;
  readonly takenBackAt: Instant | null;
  readonly takenBackBy: AuthorId | null;
}

/** One value on one axis, from one person on one day. It is never changed; a wrong one is taken back. */
export class Measure implements MeasureParts {
  readonly id: MeasureId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly axis: string;
  readonly value: number;
  readonly day: CalendarDate;
  readonly rater: Rater;
  readonly raterId: PersonId;
  readonly typedBy: AuthorId;
  readonly typedAt: Instant;
  readonly takenBackAt: Instant | null;
  readonly takenBackBy: AuthorId | null;

  constructor(given: MeasureParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.axis = given.axis;
    this.value = given.value;
    this.day = given.day;
    this.rater = given.rater;
    this.raterId = given.raterId;
    this.typedBy = given.typedBy;
    this.typedAt = given.typedAt;
    this.takenBackAt = given.takenBackAt;
    this.takenBackBy = given.takenBackBy;
  }

  /** A new value, once it is known to lie on the axis's scale. */
  static on(axis: Axis, given: Omit<MeasureParts, 'axis' | 'rater' | 'takenBackAt' | 'takenBackBy'>): Measure {
    requireOnScale(axis, given.value);
    return new Measure({ ...given, axis: axis.key, rater: axis.rater, takenBackAt: null, takenBackBy: null });
  }

  get counts(): boolean {
    return this.takenBackAt === null;
  }

  isOld(today: CalendarDate, afterMonths: number): boolean {
    return this.day.plusMonths(afterMonths).isBefore(today);
  }

  takenBack(by: AuthorId, at: Instant): Measure {
    if (!this.counts) return this;
    return new Measure(Object.assign({}, this, { takenBackAt: at, takenBackBy: by }));
  }

  /** The same person on the same axis on the same day. */
  repeats(other: Measure): boolean {
    return this.axis === other.axis && this.raterId === other.raterId && this.day.equals(other.day);
  }
}

/** One value a day from each: a second would have to be chosen from, and nobody here chooses. */
export function requireFirstThatDay(fresh: readonly Measure[], known: readonly Measure[]): void {
  if (fresh.some((one) => known.some((other) => other.counts && other.repeats(one))))
    throw new DomainError('alreadyMeasured', { field: 'measuredOn' });
}

/** What is the service user's to say, nobody else says; and they say nothing for others. */
export function requireOwnWords({ rater }: Axis, raterId: PersonId, serviceUserId: PersonId): void {
  if ((rater === 'service-user') !== (raterId === serviceUserId))
    throw new DomainError('ratedForAnother', { field: 'raterPerson' });
}
