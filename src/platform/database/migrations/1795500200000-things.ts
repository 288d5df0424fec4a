import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { column, table } from '../tables';

/** Rooms and links that meetings can have, and how long people travel to meetings at home. */
export class Things1795500200000 implements MigrationInterface {
  readonly name = 'Things1795500200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
    await runner.addColumn('meeting', new TableColumn(column.id('thing_id', { isNullable: true })));
    await runner.createIndex('meeting', meetingThing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('meeting', meetingThing);
    await runner.dropColumn('meeting', 'thing_id');
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const meetingThing = new TableIndex({ name: 'meeting_thing', columnNames: ['thing_id', 'day'] });

const tables = [
  table('thing', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.words('kind', 10),
      column.words('name', 80),
      column.text('place'),
      column.yesNo('place_is_public'),
      column.time('opens', { isNullable: true }),
      column.time('closes', { isNullable: true }),
      column.yesNo('is_retired'),
    ],
    indices: [{ name: 'thing_organisation', columnNames: ['organisation_id'] }],
  }),
  table('travel_time', {
    columns: [column.id('person_id', { isPrimary: true }), column.id('organisation_id'), column.whole('minutes')],
  }),
];
