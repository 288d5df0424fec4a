import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { GroupId, Id, OrganisationId, PersonId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { plainParagraph } from '../../people/domain/personal-number';

export type ConsentId = Id<'consent'>;

/** To be contacted by e-mail, or to take part in the group. */
export type ConsentKind = 'contact' | 'take-part';
export const consentKinds: readonly ConsentKind[] = ['take-part', 'contact'];

export type ConsentHow = 'said' | 'written' | 'phone';
export const consentHows: readonly ConsentHow[] = ['said', 'written', 'phone'];

export interface ConsentParts {
  readonly id: ConsentId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly kind: ConsentKind;
  readonly textShown: string;
  readonly how: ConsentHow;
  readonly givenOn: CalendarDate;
  /** The last day it holds; null while nobody has set one. */
  readonly until: CalendarDate | null;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  readonly withdrawnAt?: Instant | null;
}

/** What one person said yes to, with the words they were shown. It is never changed, only withdrawn. */
export class Consent {
  readonly id: ConsentId;
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly personId: PersonId;
  readonly kind: ConsentKind;
  readonly textShown: string;
  readonly how: ConsentHow;
  readonly givenOn: CalendarDate;
  readonly until: CalendarDate | null;
  readonly recordedBy: UserId;
  readonly recordedAt: Instant;
  readonly withdrawnAt: Instant | null;

  constructor({ withdrawnAt = null, ...given }: ConsentParts) {
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.groupId = given.groupId;
    this.personId = given.personId;
    this.kind = given.kind;
    this.textShown = plainParagraph(given.textShown, { field: 'textShown', max: 2000 });
    this.how = given.how;
    this.givenOn = given.givenOn;
    this.until = given.until;
    this.recordedBy = given.recordedBy;
    this.recordedAt = given.recordedAt;
    this.withdrawnAt = withdrawnAt;
    if (this.textShown === '') throw new DomainError('fieldMissing', { field: 'textShown' });
    if (given.until?.isBefore(given.givenOn)) throw new DomainError('consentEndsBeforeItIsGiven', { field: 'until' });
  }

  isInForce(today: CalendarDate): boolean {
    if (this.withdrawnAt !== null || today.isBefore(this.givenOn)) return false;
    return !this.until?.isBefore(today);
  }

  withdraw(at: Instant): Consent {
    return new Consent(Object.assign({}, this, { withdrawnAt: this.withdrawnAt ?? at }));
  }
}

/** The record that now holds for this person and kind, the newest of them. */
export function inForce(
  consents: readonly Consent[],
  { personId, kind, today }: { personId: PersonId; kind: ConsentKind; today: CalendarDate },
): Consent | null {
  const holding = consents.filter((one) => one.personId === personId && one.kind === kind && one.isInForce(today));
  return holding.reduce<Consent | null>(
    (newest, one) => (newest && one.givenOn.isBefore(newest.givenOn) ? newest : one),
    null,
  );
}
