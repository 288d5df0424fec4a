import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Progress1795400100000 implements MigrationInterface {
  readonly name = 'Progress1795400100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const whose = [column.id(), column.id('organisation_id'), column.id('group_id')];
const optional = { isNullable: true };

const tables = [
  table('goal', {
    columns: [
      ...whose,
      column.words('span', 10),
      column.text('words'),
      column.day('by_day', optional),
      column.words('state', 20),
    ],
    indices: [{ name: 'goal_group', columnNames: ['group_id'] }],
  }),
  table('task', {
    columns: [
      ...whose,
      column.id('meeting_id', optional),
      column.id('item_id', optional),
      column.text('what'),
      column.id('who'),
      column.text('with_whom'),
      column.day('by_day'),
      column.id('goal_id', optional),
      column.words('audience', 10),
      column.text('named'),
      column.words('state', 20),
    ],
    indices: [{ name: 'task_group', columnNames: ['group_id'] }],
  }),
  // The history of goals and tasks; a row is never changed.
  table('progress_step', {
    columns: [
      ...whose,
      column.id('subject_id'),
      column.whole('number'),
      column.words('kind', 20),
      column.id('by_id'),
      column.instant('at'),
      column.text('earlier_words', optional),
      column.day('earlier_day', optional),
      column.id('earlier_who', optional),
    ],
    indices: [
      { name: 'progress_step_number', columnNames: ['subject_id', 'number'], isUnique: true },
      { name: 'progress_step_group', columnNames: ['group_id'] },
    ],
  }),
  table('measure', {
    columns: [
      ...whose,
      column.words('axis', 60),
      column.text('value'),
      column.day('day'),
      column.words('rater', 20),
      column.id('rater_id'),
      column.id('typed_by'),
      column.instant('typed_at'),
      column.instant('taken_back_at', optional),
      column.id('taken_back_by', optional),
    ],
    indices: [{ name: 'measure_group', columnNames: ['group_id'] }],
  }),
  table('star_choice', {
    columns: [column.id('group_id', { isPrimary: true }), column.id('organisation_id'), column.text('optional')],
  }),
  table('own_axis', {
    columns: [
      ...whose,
      column.text('label'),
      column.words('better', 10),
      column.instant('made_at'),
      column.instant('ended_at', optional),
    ],
    indices: [{ name: 'own_axis_group', columnNames: ['group_id'] }],
  }),
  table('crisis_plan', {
    columns: [
      ...whose,
      column.whole('version'),
      column.text('words'),
      column.day('review_by'),
      column.day('offered_on', optional),
      column.id('made_by'),
      column.instant('made_at'),
    ],
    indices: [{ name: 'crisis_plan_version', columnNames: ['group_id', 'version'], isUnique: true }],
  }),
];
