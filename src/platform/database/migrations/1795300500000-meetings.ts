import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Meetings1795300500000 implements MigrationInterface {
  readonly name = 'Meetings1795300500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(meeting);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(meeting);
  }
}

const meeting = table('meeting', {
  columns: [
    column.id(),
    column.id('organisation_id'),
    column.id('group_id'),
    column.whole('number'),
    column.day('target'),
    column.day('day'),
    column.time('start'),
    column.whole('minutes'),
    column.text('length_reason'),
    column.words('zone', 60),
    column.words('form', 10),
    column.text('place'),
    column.yesNo('place_is_public'),
    column.words('state', 20),
    column.whole('revision'),
    column.whole('sequence'),
    column.text('why'),
  ],
  indices: [
    { name: 'meeting_group', columnNames: ['group_id', 'number'], isUnique: true },
    { name: 'meeting_day', columnNames: ['organisation_id', 'day'] },
  ],
});
