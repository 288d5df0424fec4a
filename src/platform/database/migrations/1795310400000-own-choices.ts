import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class OwnChoices1795310400000 implements MigrationInterface {
  readonly name = 'OwnChoices1795310400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const whose = [column.id(), column.id('organisation_id'), column.id('group_id'), column.id('person_id')];

const tables = [
  // Which reminders somebody wants; no row is both.
  table('reminder_choice', {
    columns: [...whose, column.yesNo('week'), column.yesNo('day')],
    indices: [{ name: 'reminder_choice_person', columnNames: ['group_id', 'person_id'], isUnique: true }],
  }),
  // The address at which somebody's calendar fetches their meetings; only the token's hash.
  table('calendar_feed', {
    columns: [...whose, column.words('hash', 64), column.instant('made_at')],
    indices: [
      { name: 'calendar_feed_hash', columnNames: ['hash'], isUnique: true },
      { name: 'calendar_feed_person', columnNames: ['group_id', 'person_id'], isUnique: true },
    ],
  }),
];
