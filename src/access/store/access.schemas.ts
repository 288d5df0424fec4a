import { EntitySchema } from 'typeorm';
import { id, instant, text, whole, yesNo } from '../../platform/database/columns';
import type { OneTimeSecret } from '../domain/one-time-secret';
import { type Organisation, Unit } from '../domain/organisation';
import type { Session } from '../domain/session';
import { StaffUser } from '../domain/staff-user';
import type { Tries } from '../domain/tries';

export interface AssignmentRow {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string;
  readonly kind: string;
  readonly subjectId: string;
}

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const organisationSchema = new EntitySchema<Organisation>({
  name: 'organisation',
  columns: { id: id('id', { primary: true }), name: words('name', 200), madeAt: instant('made_at') },
});

export const unitSchema = new EntitySchema<Unit>({
  name: 'Unit',
  tableName: 'unit',
  target: Unit,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    name: words('name', 200),
  },
  indices: [{ name: 'unit_organisation', columns: ['organisationId'] }],
});

export const staffUserSchema = new EntitySchema<StaffUser>({
  name: 'StaffUser',
  tableName: 'staff_user',
  target: StaffUser,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    unitId: id('unit_id', { nullable: true }),
    role: words('role', 20),
    name: words('name', 200),
    email: words('email', 254),
    workPhone: words('work_phone', 40),
    language: words('language', 2),
    passwordHash: text('password_hash', { nullable: true }),
    active: yesNo('active'),
    madeAt: instant('made_at'),
  },
  indices: [
    { name: 'staff_user_email', columns: ['email'], unique: true },
    { name: 'staff_user_organisation', columns: ['organisationId'] },
  ],
});

export const oneTimeSecretSchema = new EntitySchema<OneTimeSecret>({
  name: 'one_time_secret',
  columns: {
    id: id('id', { primary: true }),
    hash: words('hash', 64),
    purpose: words('purpose', 40),
    userId: id('user_id', { nullable: true }),
    expiresAt: instant('expires_at'),
    usedAt: instant('used_at', { nullable: true }),
  },
  indices: [{ name: 'one_time_secret_hash', columns: ['hash'], unique: true }],
});

export const sessionSchema = new EntitySchema<Session>({
  name: 'session',
  columns: {
    id: id('id', { primary: true }),
    hash: words('hash', 64),
    userId: id('user_id'),
    csrf: words('csrf', 64),
    madeAt: instant('made_at'),
    seenAt: instant('seen_at'),
  },
  indices: [
    { name: 'session_hash', columns: ['hash'], unique: true },
    { name: 'session_user', columns: ['userId'] },
  ],
});

export const triesSchema = new EntitySchema<Tries>({
  name: 'attempt',
  columns: {
    id: id('id', { primary: true }),
    bucket: words('bucket', 64),
    failures: whole('failures'),
    since: instant('since'),
  },
  indices: [{ name: 'attempt_bucket', columns: ['bucket'], unique: true }],
});

export const assignmentSchema = new EntitySchema<AssignmentRow>({
  name: 'assignment',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    userId: id('user_id'),
    kind: words('kind', 20),
    subjectId: id('subject_id'),
  },
  indices: [{ name: 'assignment_subject', columns: ['userId', 'kind', 'subjectId'], unique: true }],
});

export const accessSchemas: EntitySchema[] = [
  organisationSchema,
  unitSchema,
  staffUserSchema,
  oneTimeSecretSchema,
  sessionSchema,
  triesSchema,
  assignmentSchema,
];
