import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Answers1795310000000 implements MigrationInterface {
  readonly name = 'Answers1795310000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const place = ['group_id', 'person_id', 'meeting_id'];

const tables = [
  table('answer_act', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id'),
      column.id('person_id'),
      column.whole('revision'),
      column.words('choice', 10),
      column.words('way', 10),
      column.instant('acted_at'),
      column.instant('recorded_at'),
      column.whole('arrival'),
      column.id('by_user_id', { isNullable: true }),
      column.text('comment'),
      column.words('source', 200),
    ],
    indices: [
      { name: 'answer_act_source', columnNames: ['source'], isUnique: true },
      { name: 'answer_act_place', columnNames: place },
    ],
  }),
  table('wish', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id'),
      column.id('person_id'),
      column.words('kind', 10),
      column.text('text'),
      column.instant('proposed_start', { isNullable: true }),
      column.whole('proposed_minutes', { isNullable: true }),
      column.words('way', 10),
      column.instant('at'),
      column.instant('seen_at', { isNullable: true }),
    ],
    indices: [{ name: 'wish_place', columnNames: place }],
  }),
];
