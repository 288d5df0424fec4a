import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column, table } from '../tables';

/**
 * Who may see an item, who is invited to it, every release of an agenda, and what people propose. An agenda that was
 * released before this has no copy in `agenda_release`: its texts are sealed, so the program makes the first copy of
 * its items, which could not be changed until now.
 */
export class AgendaLife1795400000000 implements MigrationInterface {
  readonly name = 'AgendaLife1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('agenda', new TableColumn(column.whole('release_number', { default: 0 })));
    await runner.query('UPDATE agenda SET release_number = 1 WHERE released_at IS NOT NULL');
    for (const added of itemColumns) await runner.addColumn('agenda_item', new TableColumn(added));
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
    for (const { name } of [...itemColumns].reverse()) await runner.dropColumn('agenda_item', name);
    await runner.dropColumn('agenda', 'release_number');
  }
}

const itemColumns = [
  // null: the whole group, as it was before anybody could choose.
  column.text('readership', { isNullable: true }),
  column.id('guest_person_id', { isNullable: true }),
  column.words('standing', 40, { default: `''` }),
  column.id('proposed_by_person_id', { isNullable: true }),
  column.whole('version', { default: 1 }),
];

const tables = [
  table('agenda_release', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('meeting_id'),
      column.whole('number'),
      column.instant('released_at'),
      column.text('lines'),
    ],
    indices: [{ name: 'agenda_release_number', columnNames: ['meeting_id', 'number'], isUnique: true }],
  }),
  table('agenda_proposal', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id'),
      column.id('person_id'),
      column.text('words'),
      column.instant('made_at'),
      column.words('state', 10),
      column.id('item_id', { isNullable: true }),
      column.text('answer'),
      column.instant('answered_at', { isNullable: true }),
    ],
    indices: [{ name: 'agenda_proposal_meeting', columnNames: ['meeting_id'] }],
  }),
];
