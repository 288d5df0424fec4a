import { randomUUID } from 'node:crypto';
import { Viewer, type Role } from '../../src/access/domain/viewer';
import type { Id, OrganisationId } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import { EmailAddress } from '../../src/people/domain/email-address';
import { Person, type PersonDetails, type PersonKind, type PersonOrigin } from '../../src/people/domain/person';

export const anId = <Kind extends string>(): Id<Kind> => randomUUID() as string as Id<Kind>;

export const aViewer = (given: { organisationId?: OrganisationId; role?: Role; name?: string } = {}): Viewer =>
  new Viewer({
    userId: anId<'user'>(),
    organisationId: given.organisationId ?? anId<'organisation'>(),
    role: given.role ?? 'coordinator',
    name: given.name ?? 'Sara Lind',
    language: 'sv',
    unitId: anId<'unit'>(),
  });

/** What is told about somebody, reached by letter unless said otherwise. */
export const details = (given: Partial<PersonDetails> = {}): PersonDetails => ({
  calledName: 'Eva',
  fullName: 'Eva Berg',
  workTitle: '',
  workplace: '',
  language: 'sv',
  route: 'letter',
  email: null,
  postalAddress: 'Storgatan 1\n123 45 Storstad',
  phone: null,
  protectedIdentity: false,
  ...given,
});

export const byMail = (address: string): Partial<PersonDetails> => ({
  route: 'email',
  email: EmailAddress.of(address),
  postalAddress: null,
});

export const withProtectedIdentity: Partial<PersonDetails> = {
  protectedIdentity: true,
  route: 'none',
  postalAddress: null,
};

export function aPerson(given: Partial<PersonDetails & PersonOrigin> & { kind?: PersonKind } = {}): Person {
  return new Person({
    id: anId<'person'>(),
    organisationId: anId<'organisation'>(),
    unitId: null,
    kind: 'private',
    userId: null,
    madeAt: Instant.of('2027-01-01T08:00:00.000Z'),
    ...details(),
    ...given,
  });
}
