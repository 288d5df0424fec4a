import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column } from '../tables';

/** The part of a meeting that a guest was told of, which release of its agenda a message tells of, and who wants to be reminded of what they have promised to do. */
export class Guests1795400400000 implements MigrationInterface {
  readonly name = 'Guests1795400400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of told)
      await runner.addColumn('delivery_meeting', new TableColumn(column.whole(name, { isNullable: true })));
    await runner.addColumn('reminder_choice', new TableColumn(column.yesNo('tasks', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('reminder_choice', 'tasks');
    for (const name of [...told].reverse()) await runner.dropColumn('delivery_meeting', name);
  }
}

const told = ['slice_offset', 'slice_minutes', 'agenda_release'];
