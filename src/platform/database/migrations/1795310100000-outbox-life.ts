import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { column, table } from '../tables';

/** What each message told of each meeting, whose mail is held back, and the marks that tell a restored database. */
export class OutboxLife1795310100000 implements MigrationInterface {
  readonly name = 'OutboxLife1795310100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('delivery', new TableColumn(column.whole('sequence', { isNullable: true })));
    await runner.createIndex('delivery', envelope());
    for (const made of tables) await runner.createTable(made);
    for (const told of [ofOneMeeting, ofTheYear]) await runner.query(told);
    await runner.query(
      `UPDATE delivery SET sequence = (SELECT sequence FROM delivery_meeting WHERE delivery_id = delivery.id)
       WHERE meeting_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const made of [...tables].reverse()) await runner.dropTable(made);
    await runner.dropIndex('delivery', envelope());
    await runner.dropColumn('delivery', 'sequence');
  }
}

const envelope = (): TableIndex => new TableIndex({ name: 'delivery_envelope', columnNames: ['envelope_from'] });

const tables = [
  table('delivery_meeting', {
    columns: [
      column.id('delivery_id', { isPrimary: true }),
      column.id('meeting_id', { isPrimary: true }),
      column.whole('revision'),
      // The SEQUENCE of the calendar entry in the message; null when it bears none.
      column.whole('sequence', { isNullable: true }),
      column.yesNo('is_off'),
    ],
  }),
  table('outbox_hold', {
    columns: [
      column.id('organisation_id', { isPrimary: true }),
      column.instant('held_at'),
      column.words('why', 10),
      // null: the program held it by itself.
      column.id('held_by', { isNullable: true }),
    ],
  }),
  // One row for each instance of the program, newly drawn again and again; the same stands in a file beside it.
  table('outbox_mark', { columns: [column.id(), column.id('mark'), column.instant('at')] }),
];

// Until now a meeting could not be changed once people had been called to it: as it stands, it was told.
const into = 'INSERT INTO delivery_meeting (delivery_id, meeting_id, revision, sequence, is_off)';

const ofOneMeeting = `${into}
  SELECT delivery.id, meeting.id, delivery.revision,
         CASE WHEN delivery.channel = 'email' THEN meeting.sequence END, (1 = 0)
  FROM delivery JOIN meeting ON meeting.id = delivery.meeting_id`;

const ofTheYear = `${into}
  SELECT delivery.id, meeting.id, meeting.revision, NULL, (1 = 0)
  FROM delivery JOIN meeting ON meeting.group_id = delivery.group_id AND meeting.state <> 'planned'
  WHERE delivery.meeting_id IS NULL`;
