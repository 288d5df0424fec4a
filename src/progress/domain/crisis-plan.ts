import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { line } from '../../kernel/line';
import { holdsPersonalNumber } from '../../people/domain/personal-number';
import type { AuthorId } from './step';

export interface PersonToCall {
  readonly name: string;
  readonly phone: string;
}

/** What the plan says, in the service user's own words. */
export interface CrisisPlanWords {
  /** How I notice that it is getting harder; at least one. */
  readonly signs: readonly string[];
  readonly myself: readonly string[];
  /** What others may do. */
  readonly others: readonly string[];
  readonly calls: readonly PersonToCall[];
}

export interface CrisisPlanParts extends CrisisPlanWords {
  readonly id: Id<'crisis plan'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** 1, 2, 3 … for each group; every version is kept. */
  readonly version: number;
  readonly reviewBy: CalendarDate;
  /** The day a printed copy was offered; a new version is offered anew. */
  readonly offeredOn: CalendarDate | null;
  readonly madeBy: AuthorId;
  readonly madeAt: Instant;
}

const mostLines = 12;
export const mostCalls = 6;
const reviewMonths = 12;

/** What helps when it gets hard, in one version. */
export class CrisisPlan implements CrisisPlanParts {
  readonly id: Id<'crisis plan'>;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly version: number;
  readonly signs: readonly string[];
  readonly myself: readonly string[];
  readonly others: readonly string[];
  readonly calls: readonly PersonToCall[];
  readonly reviewBy: CalendarDate;
  readonly offeredOn: CalendarDate | null;
  readonly madeBy: AuthorId;
  readonly madeAt: Instant;

  constructor(given: CrisisPlanParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.version = given.version;
    this.signs = planLines(given.signs, 'crisisSigns');
    this.myself = planLines(given.myself, 'crisisMyself');
    this.others = planLines(given.others, 'crisisOthers');
    this.calls = given.calls.map(personToCall);
    this.reviewBy = given.reviewBy;
    this.offeredOn = given.offeredOn;
    this.madeBy = given.madeBy;
    this.madeAt = given.madeAt;
    if (this.signs.length === 0) throw new DomainError('crisisPlanWithoutSign', { field: 'crisisSigns' });
    if (this.calls.length > mostCalls) throw new DomainError('tooManyToCall', { max: mostCalls });
  }

  isDue(today: CalendarDate): boolean {
    return this.reviewBy.isBefore(today);
  }

  offered(day: CalendarDate): CrisisPlan {
    return new CrisisPlan(Object.assign({}, this, { offeredOn: day }));
  }
}

/** A plan is looked at again within a year. */
export function reviewWithinAYear(reviewBy: CalendarDate, today: CalendarDate): CalendarDate {
  if (reviewBy.isBefore(today)) throw new DomainError('reviewAlreadyPassed', { field: 'reviewBy' });
  if (latestReview(today).isBefore(reviewBy)) throw new DomainError('reviewTooLate', { field: 'reviewBy' });
  return reviewBy;
}

export const latestReview = (today: CalendarDate): CalendarDate => today.plusMonths(reviewMonths);

/** One thought a line, as it was typed; empty lines are left out. */
export const linesIn = (typed: string): readonly string[] =>
  typed
    .split(/\r\n?|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function planLines(lines: readonly string[], field: string): readonly string[] {
  if (lines.length > mostLines) throw new DomainError('tooManyPlanLines', { field, max: mostLines });
  return lines.map((one) => planLine(one, field));
}

// A number that begins with 0 or + may have the shape of a birthday by chance, and this is where numbers to call stand.
const dialled = /(?<!\d)[+0][\d\s()/-]{4,}/g;

function planLine(text: string, field: string): string {
  const written = line(text, { field, max: 200 });
  if (holdsPersonalNumber(written.replace(dialled, ' '))) throw new DomainError('personalNumberTyped', { field });
  return written;
}

const personToCall = ({ name, phone }: PersonToCall): PersonToCall => ({
  name: planLine(name, 'callName'),
  phone: numberToCall(phone),
});

/** Also the short numbers of emergency and advice, such as 112 and 1177. */
export function numberToCall(text: string): string {
  const typed = line(text, { field: 'callPhone', max: 40 });
  const digits = typed.replace(/\D/g, '').length;
  if (!/^[+(\d][\d\s()/-]*$/.test(typed) || digits < 3 || digits > 15)
    throw new DomainError('notAPhoneNumber', { field: 'callPhone' });
  return typed;
}
