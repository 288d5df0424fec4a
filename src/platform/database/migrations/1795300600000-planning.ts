import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Planning1795300600000 implements MigrationInterface {
  readonly name = 'Planning1795300600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('year_plan', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.words('state', 20),
      column.text('wishes'),
      column.text('proposal'),
    ],
    indices: [{ name: 'year_plan_group', columnNames: ['group_id'], isUnique: true }],
  }),
  table('weekly_hours', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('person_id'),
      column.whole('weekday'),
      column.time('opens'),
      column.time('closes'),
    ],
    indices: [{ name: 'weekly_hours_person', columnNames: ['person_id'] }],
  }),
  table('busy_time', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('person_id'),
      column.words('starts', 16),
      column.words('ends', 16),
    ],
    indices: [{ name: 'busy_time_person', columnNames: ['person_id'] }],
  }),
];
