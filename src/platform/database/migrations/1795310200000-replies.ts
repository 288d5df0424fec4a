import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

/** What came of the mail that was sent to us, and how far the mailbox has been read. */
export class Replies1795310200000 implements MigrationInterface {
  readonly name = 'Replies1795310200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  table('incoming_mail', {
    columns: [
      column.id(),
      // The same for every copy of a mail, so that it is taken once.
      column.words('mail_key', 64),
      // Which event of the mail; what is no event is the first.
      column.whole('part'),
      column.instant('arrived_at'),
      column.instant('recorded_at'),
      column.words('kind', 20),
      column.words('why', 40),
      column.words('state', 20),
      // Empty when nobody could be told from the mail.
      column.id('organisation_id', { isNullable: true }),
      column.id('group_id', { isNullable: true }),
      column.id('meeting_id', { isNullable: true }),
      column.id('person_id', { isNullable: true }),
      // What a coordinator is to read, sealed; taken away when it has been dealt with.
      column.text('told', { isNullable: true }),
      column.instant('closed_at', { isNullable: true }),
      column.id('closed_by', { isNullable: true }),
    ],
    indices: [
      { name: 'incoming_mail_once', columnNames: ['mail_key', 'part'], isUnique: true },
      { name: 'incoming_mail_group', columnNames: ['group_id', 'state'] },
    ],
  }),
  // One row for each mailbox that was ever read.
  table('mailbox_reached', {
    columns: [column.words('mailbox', 64, { isPrimary: true }), column.words('validity', 20), column.words('uid', 10)],
  }),
];
