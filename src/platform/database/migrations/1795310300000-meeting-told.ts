import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column, table } from '../tables';

/** From which revision a meeting's answers count, and how it stood each time people were called to it. */
export class MeetingTold1795310300000 implements MigrationInterface {
  readonly name = 'MeetingTold1795310300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('meeting', new TableColumn(column.whole('since', { default: 1 })));
    // Until now a meeting could not be changed once people had been called to it.
    await runner.query('UPDATE meeting SET since = revision');
    await runner.createTable(told);
    const names = told.columns.map(({ name }) => name);
    const values = names.map((name) => (name === 'meeting_id' ? 'id' : name));
    await runner.query(
      `INSERT INTO meeting_told (${names.join()}) SELECT ${values.join()} FROM meeting ` +
        `WHERE state IN ('called', 'moved', 'held')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(told);
    await runner.dropColumn('meeting', 'since');
  }
}

const told = table('meeting_told', {
  columns: [
    column.id('meeting_id', { isPrimary: true }),
    column.whole('revision', { isPrimary: true }),
    column.id('organisation_id'),
    column.id('group_id'),
    column.whole('number'),
    column.day('day'),
    column.time('start'),
    column.whole('minutes'),
    column.words('zone', 60),
    column.words('form', 10),
    // Sealed as the meeting's own place, and opened as that.
    column.text('place'),
    column.yesNo('place_is_public'),
    column.whole('sequence'),
    column.whole('since'),
  ],
});
