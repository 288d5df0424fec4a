import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Agendas1795300700000 implements MigrationInterface {
  readonly name = 'Agendas1795300700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('agenda', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('meeting_id'),
      column.words('state', 20),
      column.instant('released_at', { isNullable: true }),
    ],
    indices: [{ name: 'agenda_meeting', columnNames: ['meeting_id'], isUnique: true }],
  }),
  table('agenda_item', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('agenda_id'),
      column.whole('position'),
      column.text('title'),
      column.words('neutral_title', 100),
      column.words('leader', 20),
      column.whole('minutes'),
      column.text('line'),
      column.text('easy'),
    ],
    indices: [{ name: 'agenda_item_agenda', columnNames: ['agenda_id'] }],
  }),
];
