import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, PersonId, UnitId, UserId } from '../../kernel/identifiers';
import { byName, Language } from '../../kernel/in-words';
import { Instant } from '../../kernel/instant';
import { EmailAddress } from './email-address';
import { optionalPlainLine, plainLine, plainParagraph } from './personal-number';
import { phoneNumber } from './phone-number';

export type PersonKind = 'service-user' | 'private' | 'professional';
export const personKinds: readonly PersonKind[] = ['service-user', 'private', 'professional'];

/** How somebody wants to be reached. `none`: does not want to be, and that is binding. */
export type Route = 'email' | 'letter' | 'phone' | 'none';
export const routes: readonly Route[] = ['email', 'letter', 'phone', 'none'];

/** What is told about a person and may be told anew. */
export interface PersonDetails {
  readonly calledName: string;
  readonly fullName: string;
  readonly workTitle: string;
  readonly workplace: string;
  readonly language: Language;
  readonly route: Route;
  readonly email: EmailAddress | null;
  readonly postalAddress: string | null;
  readonly phone: string | null;
  readonly protectedIdentity: boolean;
}

/** What belongs to a person from the first day on. */
export interface PersonOrigin {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId | null;
  readonly kind: PersonKind;
  /** Set when the person also signs in here. */
  readonly userId: UserId | null;
  readonly madeAt: Instant;
}

/** Somebody who can be asked and called to meetings, or whose group it is. */
export class Person implements PersonOrigin, PersonDetails {
  readonly id: PersonId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId | null;
  readonly kind: PersonKind;
  readonly calledName: string;
  readonly fullName: string;
  readonly workTitle: string;
  readonly workplace: string;
  readonly language: Language;
  readonly route: Route;
  readonly email: EmailAddress | null;
  readonly postalAddress: string | null;
  readonly phone: string | null;
  readonly protectedIdentity: boolean;
  readonly userId: UserId | null;
  readonly madeAt: Instant;

  constructor(given: PersonOrigin & PersonDetails) {
    refuseMeansOfTheProtected(given);
    refuseRouteWithoutItsMeans(given);
    this.id = given.id;
    this.organisationId = given.organisationId;
    this.unitId = given.unitId;
    this.kind = given.kind;
    this.calledName = plainLine(given.calledName, { field: 'calledName', max: 100 });
    this.fullName = plainLine(given.fullName, { field: 'fullName', max: 200 });
    this.workTitle = optionalPlainLine(given.workTitle, { field: 'workTitle', max: 100 });
    this.workplace = optionalPlainLine(given.workplace, { field: 'workplace', max: 200 });
    this.language = given.language;
    this.route = given.route;
    this.email = given.email;
    this.postalAddress = given.postalAddress === null ? null : postalAddress(given.postalAddress);
    this.phone = given.phone === null ? null : phoneNumber(given.phone);
    this.protectedIdentity = given.protectedIdentity;
    this.userId = given.userId;
    this.madeAt = given.madeAt;
  }

  toldAnew(details: PersonDetails): Person {
    return new Person(Object.assign({}, this, details));
  }
}

/** An address as it stands on an envelope, line by line. */
export const postalAddress = (text: string): string => plainParagraph(text, { field: 'postalAddress', max: 500 });

/** By full name in the reader's order: å, ä and ö last in Swedish. */
export const sortedByName = (people: readonly Person[], language: Language): Person[] => {
  const order = byName(language);
  return people.toSorted((a, b) => order(a.fullName, b.fullName));
};

// What is not kept cannot leak: somebody with protected identity is told face to face.
function refuseMeansOfTheProtected({ protectedIdentity, route, ...means }: PersonDetails): void {
  if (!protectedIdentity) return;
  const keepsAny = means.email !== null || means.postalAddress !== null || means.phone !== null;
  if (keepsAny || route !== 'none')
    throw new DomainError('protectedIdentityKeepsNoMeans', { field: 'protectedIdentity' });
}

function refuseRouteWithoutItsMeans({ route, email, postalAddress: address, phone }: PersonDetails): void {
  if (route === 'email' && email === null) throw new DomainError('fieldMissing', { field: 'emailAddress' });
  if (route === 'letter' && (address ?? '').trim() === '')
    throw new DomainError('fieldMissing', { field: 'postalAddress' });
  if (route === 'phone' && phone === null) throw new DomainError('fieldMissing', { field: 'phoneNumber' });
}
