import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class OwnDays1795500100000 implements MigrationInterface {
  readonly name = 'OwnDays1795500100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('own_days', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.words('kind', 20),
      column.words('name', 60),
      column.day('first_day'),
      column.day('last_day'),
    ],
    indices: [{ name: 'own_days_organisation', columnNames: ['organisation_id'] }],
  }),
  table('quiet_weeks', {
    columns: [column.id('organisation_id', { isPrimary: true }), column.text('weeks')],
  }),
];
