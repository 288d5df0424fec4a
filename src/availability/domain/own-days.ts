import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { Id, OrganisationId } from '../../kernel/identifiers';
import { plainLine } from '../../people/domain/personal-number';

export type OwnDaysId = Id<'own days'>;

/** What an organisation's own days do to a plan: no meetings at all, or rather not. */
export const ownDayKinds = ['closed', 'quiet', 'schoolBreak'] as const;
export type OwnDayKind = (typeof ownDayKinds)[number];

// The longest school break in Sweden is ten weeks and some days.
const longestDays = 100;

export interface OwnDaysParts {
  readonly id: OwnDaysId;
  readonly organisationId: OrganisationId;
  readonly kind: OwnDayKind;
  readonly name: string;
  readonly from: CalendarDate;
  /** The last day of them. */
  readonly until: CalendarDate;
}

/** A day, or several in a row, that an organisation keeps free or would rather not meet on. */
export class OwnDays implements OwnDaysParts {
  readonly id: OwnDaysId;
  readonly organisationId: OrganisationId;
  readonly kind: OwnDayKind;
  readonly name: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;

  constructor({ id, organisationId, kind, name, from, until }: OwnDaysParts) {
    if (until.isBefore(from)) throw new DomainError('ownDaysReversed', { field: 'ownDayUntil' });
    if (from.daysUntil(until) >= longestDays)
      throw new DomainError('ownDaysTooLong', { field: 'ownDayUntil', max: longestDays });
    this.id = id;
    this.organisationId = organisationId;
    this.kind = kind;
    this.name = plainLine(name, { field: 'ownDayName', max: 60 });
    this.from = from;
    this.until = until;
  }

  get days(): readonly CalendarDate[] {
    return Array.from({ length: this.from.daysUntil(this.until) + 1 }, (_, at) => this.from.plusDays(at));
  }

  /** Says the same of the same days. */
  isLike(other: OwnDays): boolean {
    const isSameSpan = this.from.equals(other.from) && this.until.equals(other.until);
    return isSameSpan && this.kind === other.kind && this.name === other.name;
  }
}
