import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Caseload1795500500000 implements MigrationInterface {
  readonly name = 'Caseload1795500500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('caseload_run', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('user_id'),
      column.whole('seconds'),
      column.instant('asked_at'),
      column.words('state', 20),
      column.instant('alive_until', { isNullable: true }),
      column.whole('percent'),
      column.words('fault', 20),
      column.yesNo('is_cut_short'),
    ],
    indices: [
      { name: 'caseload_run_user', columnNames: ['user_id'], isUnique: true },
      { name: 'caseload_run_state', columnNames: ['state'] },
    ],
  }),
  table('caseload_run_group', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('run_id'),
      column.id('group_id'),
      column.text('basis'),
      column.text('left_out', { isNullable: true }),
      column.text('proposal', { isNullable: true }),
    ],
    indices: [{ name: 'caseload_run_group_run', columnNames: ['run_id', 'group_id'], isUnique: true }],
  }),
  table('caseload_run_file', { columns: [column.id(), column.text('caseload')] }),
];
