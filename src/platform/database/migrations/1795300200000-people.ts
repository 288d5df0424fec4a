import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class People1795300200000 implements MigrationInterface {
  readonly name = 'People1795300200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('person', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('unit_id', { isNullable: true }),
      column.words('kind', 20),
      column.words('called_name', 100),
      column.words('full_name', 200),
      column.words('work_title', 100),
      column.words('workplace', 200),
      column.words('language', 2),
      column.words('route', 10),
      column.words('email', 254, { isNullable: true }),
      column.text('postal_address', { isNullable: true }),
      column.words('phone', 40, { isNullable: true }),
      column.yesNo('protected_identity'),
      column.id('user_id', { isNullable: true }),
      column.instant('made_at'),
    ],
    indices: [
      { name: 'person_organisation', columnNames: ['organisation_id'] },
      { name: 'person_user', columnNames: ['user_id'], isUnique: true },
    ],
  }),
  // The organisation's decision that mail to a domain is protected: enforced TLS and an agreement of its own.
  table('protected_domain', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.words('domain', 253),
      column.text('agreement'),
      column.id('decided_by'),
      column.words('decided_by_name', 200),
      column.instant('decided_at'),
    ],
    indices: [{ name: 'protected_domain_name', columnNames: ['organisation_id', 'domain'], isUnique: true }],
  }),
];
