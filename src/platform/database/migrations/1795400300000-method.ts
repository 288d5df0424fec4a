import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

/** What coordinators write about the lines of the method check. */
export class Method1795400300000 implements MigrationInterface {
  readonly name = 'Method1795400300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(statements);
  }
}

const statements = table('method_statement', {
  columns: [
    column.id(),
    column.id('organisation_id'),
    column.id('group_id'),
    column.words('line', 30),
    column.words('kind', 10),
    column.text('words'),
    column.day('day'),
    column.id('written_by'),
    column.instant('written_at'),
    column.instant('taken_back_at', { isNullable: true }),
    column.id('taken_back_by', { isNullable: true }),
  ],
  indices: [{ name: 'method_statement_group', columnNames: ['group_id'] }],
});
