import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';
import { type Line, lines } from './lines';

export type StatementId = Id<'method statement'>;

/** The group has chosen otherwise, and why; or it is done, and who said so. */
export type StatementKind = 'otherwise' | 'noted';
export const statementKinds: readonly StatementKind[] = ['otherwise', 'noted'];

export const wordsFieldOf = { otherwise: 'chosenWhy', noted: 'notedHow' } as const satisfies Record<
  StatementKind,
  string
>;

export interface StatementParts {
  readonly id: StatementId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  /** The key of the line it is about. */
  readonly line: string;
  readonly kind: StatementKind;
  readonly words: string;
  /** When it was chosen or done. */
  readonly day: CalendarDate;
  readonly writtenBy: UserId;
  readonly writtenAt: Instant;
  readonly takenBackAt?: Instant | null;
  readonly takenBackBy?: UserId | null;
}

/** What the coordinator wrote about one line of the method check. It is never changed, only taken back. */
export class Statement {
  readonly id: StatementId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly line: string;
  readonly kind: StatementKind;
  readonly words: string;
  readonly day: CalendarDate;
  readonly writtenBy: UserId;
  readonly writtenAt: Instant;
  readonly takenBackAt: Instant | null;
  readonly takenBackBy: UserId | null;

  constructor({ takenBackAt = null, takenBackBy = null, ...given }: StatementParts) {
    const field = wordsFieldOf[given.kind];
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.line = given.line;
    this.kind = given.kind;
    this.words = plainParagraph(given.words, { field, max: 500 });
    this.day = given.day;
    this.writtenBy = given.writtenBy;
    this.writtenAt = given.writtenAt;
    this.takenBackAt = takenBackAt;
    this.takenBackBy = takenBackBy;
    if (this.words === '') throw new DomainError('fieldMissing', { field });
  }

  get isInForce(): boolean {
    return this.takenBackAt === null;
  }

  takeBack(at: Instant, by: UserId): Statement {
    return this.isInForce ? new Statement(Object.assign({}, this, { takenBackAt: at, takenBackBy: by })) : this;
  }
}

/** Not a line of the method: `notFound`. */
export function lineOf(key: string): Line {
  const line = lines.find((one) => one.key === key);
  if (!line) throw new DomainError('notFound');
  return line;
}

/** A required line has no other way, and what the house keeps is not answered by a note. */
export function requireMayState(kind: StatementKind, { kept }: Line): void {
  if (kind === 'otherwise' && kept === 'required') throw new DomainError('methodLineRequired');
  if (kind === 'noted' && kept !== 'told') throw new DomainError('methodLineKept');
}
