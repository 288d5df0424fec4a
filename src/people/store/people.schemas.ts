import { EntitySchema } from 'typeorm';
import { id, instant, text, yesNo } from '../../platform/database/columns';
import { EmailAddress } from '../domain/email-address';
import { Person } from '../domain/person';
import { ProtectedDomain } from '../domain/protected-domain';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

const emailAddress = {
  to: (email: EmailAddress | null) => email?.toString() ?? null,
  from: (stored: string | null) => (stored === null ? null : EmailAddress.of(stored)),
};

export const personSchema = new EntitySchema<Person>({
  name: Person.name,
  tableName: 'person',
  target: Person,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    unitId: id('unit_id', { nullable: true }),
    kind: words('kind', 20),
    calledName: words('called_name', 100),
    fullName: words('full_name', 200),
    workTitle: words('work_title', 100),
    workplace: words('workplace', 200),
    language: words('language', 2),
    route: words('route', 10),
    email: { ...words('email', 254), nullable: true, transformer: emailAddress },
    postalAddress: text('postal_address', { nullable: true }),
    phone: { ...words('phone', 40), nullable: true },
    protectedIdentity: yesNo('protected_identity'),
    userId: id('user_id', { nullable: true }),
    madeAt: instant('made_at'),
  },
  indices: [
    { name: 'person_organisation', columns: ['organisationId'] },
    { name: 'person_user', columns: ['userId'], unique: true },
  ],
});

export const protectedDomainSchema = new EntitySchema<ProtectedDomain>({
  name: ProtectedDomain.name,
  tableName: 'protected_domain',
  target: ProtectedDomain,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    domain: words('domain', 253),
    agreement: text('agreement'),
    decidedBy: id('decided_by'),
    decidedByName: words('decided_by_name', 200),
    decidedAt: instant('decided_at'),
  },
  indices: [{ name: 'protected_domain_name', columns: ['organisationId', 'domain'], unique: true }],
});

export const peopleSchemas: EntitySchema[] = [personSchema, protectedDomainSchema];
