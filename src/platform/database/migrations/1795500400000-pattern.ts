import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';
import { column, table } from '../tables';

/** What people say of when it usually suits them, and when their own page was opened for that question. */
export class Pattern1795500400000 implements MigrationInterface {
  readonly name = 'Pattern1795500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(pattern);
    await runner.addColumn('personal_link', new TableColumn(column.instant('asked_at', { isNullable: true })));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('personal_link', 'asked_at');
    await runner.dropTable(pattern);
  }
}

const pattern = table('time_pattern', {
  columns: [
    column.id('person_id', { isPrimary: true }),
    column.id('organisation_id'),
    column.text('suits'),
    column.text('never'),
    column.instant('answered_at'),
    column.instant('overruled_at', { isNullable: true }),
  ],
});
