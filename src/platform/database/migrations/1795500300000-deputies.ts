import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Deputies1795500300000 implements MigrationInterface {
  readonly name = 'Deputies1795500300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(deputies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(deputies);
  }
}

const deputies = table('meeting_deputy', {
  columns: [
    column.id(),
    column.id('organisation_id'),
    column.id('meeting_id'),
    column.id('for_person_id'),
    column.id('person_id'),
    column.day('approved_on'),
    column.words('approved_how', 20),
  ],
  indices: [
    { name: 'meeting_deputy_place', columnNames: ['meeting_id', 'for_person_id'], isUnique: true },
    { name: 'meeting_deputy_person', columnNames: ['person_id'] },
  ],
});
