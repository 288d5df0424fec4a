import { EntitySchema } from 'typeorm';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { id, instant, text, whole } from '../../platform/database/columns';
import type { IncomingParts } from '../domain/incoming-mail';

/** What came of a mail, as its table holds it. */
export interface IncomingMailRow extends Omit<IncomingParts, 'place' | 'told'> {
  readonly organisationId: OrganisationId | null;
  readonly groupId: GroupId | null;
  readonly meetingId: MeetingId | null;
  readonly personId: PersonId | null;
  /** JSON, sealed. */
  readonly told: string | null;
}

export interface MailboxReachedRow {
  readonly mailbox: string;
  readonly validity: string;
  /** As text: a number of 32 bits is larger than an integer column. */
  readonly uid: string;
}

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const incomingMailSchema = new EntitySchema<IncomingMailRow>({
  name: 'incoming_mail',
  columns: {
    id: id('id', { primary: true }),
    key: words('mail_key', 64),
    part: whole('part'),
    arrivedAt: instant('arrived_at'),
    recordedAt: instant('recorded_at'),
    kind: words('kind', 20),
    why: words('why', 40),
    state: words('state', 20),
    organisationId: id('organisation_id', { nullable: true }),
    groupId: id('group_id', { nullable: true }),
    meetingId: id('meeting_id', { nullable: true }),
    personId: id('person_id', { nullable: true }),
    told: text('told', { nullable: true }),
    closedAt: instant('closed_at', { nullable: true }),
    closedBy: id('closed_by', { nullable: true }),
  },
  indices: [
    { name: 'incoming_mail_once', columns: ['key', 'part'], unique: true },
    { name: 'incoming_mail_group', columns: ['groupId', 'state'] },
  ],
});

export const mailboxReachedSchema = new EntitySchema<MailboxReachedRow>({
  name: 'mailbox_reached',
  columns: {
    mailbox: { ...words('mailbox', 64), primary: true },
    validity: words('validity', 20),
    uid: words('uid', 10),
  },
});

export const repliesSchemas: EntitySchema[] = [incomingMailSchema, mailboxReachedSchema];
