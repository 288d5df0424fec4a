import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Sociogram1795300300000 implements MigrationInterface {
  readonly name = 'Sociogram1795300300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('sociogram', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('service_user_id'),
      column.whole('version'),
      column.day('dated'),
      column.yesNo('closed'),
      column.instant('made_at'),
    ],
    indices: [{ name: 'sociogram_version', columnNames: ['service_user_id', 'version'], isUnique: true }],
  }),
  table('placement', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('sociogram_id'),
      // The same person on the map keeps this id through all versions.
      column.id('figure_id'),
      column.text('name'),
      column.words('sector', 40),
      column.whole('ring'),
      column.words('tie', 20),
      column.text('meaning'),
      column.yesNo('important_function'),
    ],
    indices: [{ name: 'placement_sociogram', columnNames: ['sociogram_id'] }],
  }),
  table('nomination', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('service_user_id'),
      column.id('figure_id'),
      column.words('state', 20),
      column.id('person_id', { isNullable: true }),
    ],
    indices: [
      { name: 'nomination_figure', columnNames: ['figure_id'], isUnique: true },
      { name: 'nomination_service_user', columnNames: ['service_user_id'] },
    ],
  }),
  table('nomination_step', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('nomination_id'),
      column.whole('number'),
      column.words('became', 20),
      column.words('decided_by', 20),
      column.words('how', 20),
      column.day('day'),
      column.id('recorded_by'),
      column.instant('recorded_at'),
    ],
    // Two who record a step at once: the second is refused.
    indices: [{ name: 'nomination_step_number', columnNames: ['nomination_id', 'number'], isUnique: true }],
  }),
];
