import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, table } from '../tables';

export class Invitations1795300800000 implements MigrationInterface {
  readonly name = 'Invitations1795300800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const made of tables) await runner.createTable(made);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
  }
}

const tables = [
  // One per meeting and person, made once, kept for life: the calendar entry's own name.
  table('invitation', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id'),
      column.id('person_id'),
      column.words('uid', 100),
      column.words('reply_hash', 64),
    ],
    indices: [
      { name: 'invitation_person', columnNames: ['meeting_id', 'person_id'], isUnique: true },
      { name: 'invitation_uid', columnNames: ['uid'], isUnique: true },
      { name: 'invitation_reply', columnNames: ['reply_hash'], isUnique: true },
    ],
  }),
  // The outbox. What a row sends is fixed before the first attempt.
  table('delivery', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('meeting_id', { isNullable: true }),
      column.id('person_id'),
      column.words('channel', 10),
      // What the mail was written for; null for what is not mail.
      column.words('protection', 10, { isNullable: true }),
      column.words('kind', 20),
      column.whole('revision'),
      // Unique (meeting, person, revision, kind) over all states; the overview stands under its group.
      column.words('once', 200),
      column.words('state', 20),
      column.words('recipient', 254),
      column.words('envelope_from', 254),
      column.words('message_id', 200),
      column.instant('made_at'),
      // The order within what was put together: the overview goes before the invitations.
      column.whole('position'),
      // When it may next be taken up. While in flight: when its lease runs out.
      column.instant('due_at'),
      column.instant('expires_at'),
      column.whole('attempts'),
      column.id('lease_owner', { isNullable: true }),
      column.instant('done_at', { isNullable: true }),
      column.words('outcome', 40),
      column.text('reply'),
    ],
    indices: [
      { name: 'delivery_once', columnNames: ['once'], isUnique: true },
      { name: 'delivery_due', columnNames: ['state', 'due_at'] },
      { name: 'delivery_group', columnNames: ['group_id'] },
    ],
  }),
  // What a delivery sends, sealed, under the delivery's id. Apart from it, because SQLite writes a whole row
  // again when any part of it changes.
  table('delivery_bytes', { columns: [column.id(), column.text('raw')] }),
  // A person's own way in to their year of meetings, without an account.
  table('personal_link', {
    columns: [
      column.id(),
      column.id('organisation_id'),
      column.id('group_id'),
      column.id('person_id'),
      column.words('hash', 64),
      column.words('code_hash', 200, { isNullable: true }),
      // The copy made for this person when they were told: what they are called, and whom to phone.
      column.text('shown'),
      column.instant('made_at'),
      column.instant('withdrawn_at', { isNullable: true }),
    ],
    indices: [{ name: 'personal_link_hash', columnNames: ['hash'], isUnique: true }],
  }),
  table('link_session', {
    columns: [
      column.id(),
      column.words('hash', 64),
      column.id('link_id'),
      column.words('csrf', 64),
      column.instant('made_at'),
      column.instant('seen_at'),
    ],
    indices: [{ name: 'link_session_hash', columnNames: ['hash'], isUnique: true }],
  }),
];
