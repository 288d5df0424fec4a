import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Access1795300100000 implements MigrationInterface {
  readonly name = 'Access1795300100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('organisation', { columns: [column.id(), column.words('name', 200), column.instant('made_at')] }),
  table('unit', {
    columns: [column.id(), column.id('organisation_id'), column.words('name', 200)],
    indices: [{ name: 'unit_organisation', columnNames: ['organisation_id'] }],
  }),
  table('staff_user', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('unit_id', { isNullable: true }),
      column.words('role', 20),
      column.words('name', 200),
      column.words('email', 254),
      column.words('work_phone', 40),
      column.words('language', 2),
      column.text('password_hash', { isNullable: true }),
      column.yesNo('active'),
      column.instant('made_at'),
    ],
    indices: [
      { name: 'staff_user_email', columnNames: ['email'], isUnique: true },
      { name: 'staff_user_organisation', columnNames: ['organisation_id'] },
    ],
  }),
  // A secret handed over once: the first administrator's, or a new coordinator's to choose a password with.
  table('one_time_secret', {
    columns: [
      column.id(),
      column.words('hash', 64),
      column.words('purpose', 40),
      column.id('user_id', { isNullable: true }),
      column.instant('expires_at'),
      column.instant('used_at', { isNullable: true }),
    ],
    indices: [{ name: 'one_time_secret_hash', columnNames: ['hash'], isUnique: true }],
  }),
  table('session', {
    columns: [
      column.id(),
      column.words('hash', 64),
      column.id('user_id'),
      column.words('csrf', 64),
      column.instant('made_at'),
      column.instant('seen_at'),
    ],
    indices: [
      { name: 'session_hash', columnNames: ['hash'], isUnique: true },
      { name: 'session_user', columnNames: ['user_id'] },
    ],
  }),
  // How often something secret was guessed wrongly; `bucket` is a hash of the account or the address.
  table('attempt', {
    columns: [column.id(), column.words('bucket', 64), column.whole('failures'), column.instant('since')],
    indices: [{ name: 'attempt_bucket', columnNames: ['bucket'], isUnique: true }],
  }),
  table('assignment', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('user_id'),
      column.words('kind', 20),
      column.id('subject_id'),
    ],
    indices: [{ name: 'assignment_subject', columnNames: ['user_id', 'kind', 'subject_id'], isUnique: true }],
  }),
];
