import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Groups1795300400000 implements MigrationInterface {
  readonly name = 'Groups1795300400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('resource_group', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('unit_id', { isNullable: true }),
      column.words('profile', 60),
      column.id('service_user_id'),
      column.words('name', 100),
      column.words('neutral_title', 60),
      column.words('state', 20),
      column.text('size_reason'),
      column.instant('made_at'),
    ],
    indices: [{ name: 'resource_group_organisation', columnNames: ['organisation_id'] }],
  }),
  table('member', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('person_id'),
      column.words('part', 20),
      column.text('function_in_group'),
      column.day('approved_on', { isNullable: true }),
      column.words('approved_how', 20),
      column.day('talked_on', { isNullable: true }),
      column.words('state', 20),
      column.instant('made_at'),
    ],
    indices: [{ name: 'member_person', columnNames: ['group_id', 'person_id'], isUnique: true }],
  }),
  table('consent', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('person_id'),
      column.words('kind', 20),
      column.text('text_shown'),
      column.words('how', 20),
      column.day('given_on'),
      column.day('until', { isNullable: true }),
      column.id('recorded_by'),
      column.instant('recorded_at'),
      column.instant('withdrawn_at', { isNullable: true }),
    ],
    indices: [{ name: 'consent_person', columnNames: ['group_id', 'person_id'] }],
  }),
];
