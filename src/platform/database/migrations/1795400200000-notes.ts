import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Notes1795400200000 implements MigrationInterface {
  readonly name = 'Notes1795400200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const none = { isNullable: true };

const tables = [
  table('meeting_notes', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id'),
      column.id('service_user_id'),
      column.words('chair', 20),
      column.id('chair_id', none),
      column.text('attendance'),
      // The agenda as it stood when the meeting began, as sealed JSON.
      column.text('items'),
      column.instant('begun_at'),
      column.id('taken_up', none),
      column.instant('taken_up_at', none),
      column.instant('ended_at', none),
      column.words('state', 20),
      column.instant('shown_at', none),
      column.words('let_go_how', 20, none),
      column.day('let_go_on', none),
      column.instant('released_at', none),
      column.text('recipients'),
      column.whole('changes'),
    ],
    indices: [{ name: 'meeting_notes_meeting', columnNames: ['meeting_id'], isUnique: true }],
  }),
  table('note_line', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('notes_id'),
      column.id('item_id'),
      column.words('kind', 20),
      column.whole('position'),
      column.text('text'),
      column.text('readership'),
      column.id('guest', none),
      column.text('doers'),
      column.whole('version'),
      column.instant('struck_at', none),
      column.text('comment'),
    ],
    indices: [{ name: 'note_line_notes', columnNames: ['notes_id'] }],
  }),
  // Forms that have come, and a sealed digest of what they said: one that is sent twice over a poor connection writes
  // nothing twice, and one that says something else the second time is told apart from it.
  table('note_form', { columns: [column.id('notes_id', { isPrimary: true }), column.id(), column.text('digest')] }),
];
