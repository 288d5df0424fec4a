import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

/** Busy times that come again, and those read from people's calendars. */
export class Calendars1795500000000 implements MigrationInterface {
  readonly name = 'Calendars1795500000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('recurring_busy_time', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('person_id'),
      column.words('weekdays', 7),
      column.time('starts'),
      column.time('ends'),
      column.whole('every_weeks'),
      column.day('first_day'),
      column.day('last_day'),
    ],
    indices: [{ name: 'recurring_busy_time_person', columnNames: ['person_id'] }],
  }),
  table('calendar_of_person', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('person_id'),
      column.words('source', 10),
      column.text('address', { isNullable: true }),
      column.words('outcome', 20),
      column.whole('kept'),
      column.whole('left_out'),
      column.instant('tried_at', { isNullable: true }),
      column.instant('read_at', { isNullable: true }),
    ],
    indices: [{ name: 'calendar_of_person_source', columnNames: ['person_id', 'source'], isUnique: true }],
  }),
  table('calendar_time', {
    columns: [
      column.id('person_id', { isPrimary: true }),
      column.words('source', 10, { isPrimary: true }),
      column.words('starts', 16, { isPrimary: true }),
      column.words('ends', 16),
      column.id('organisation_id'),
    ],
  }),
];
