import { EntitySchema } from 'typeorm';
import { id, instant, text, whole, yesNo } from '../../platform/database/columns';
import type { DeliveryId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { MeetingTelling, Message, Progress } from '../domain/delivery';
import type { Hold } from '../domain/hold';
import type { Mark } from '../domain/mark';

/** A delivery as its table holds it; what it tells of each meeting stands beside it. */
export interface DeliveryRow extends Omit<Message, 'tells'>, Progress {}

export interface DeliveryMeetingRow extends Omit<MeetingTelling, 'slice'> {
  readonly deliveryId: DeliveryId;
  readonly sliceOffset: number | null;
  readonly sliceMinutes: number | null;
}

/** What a delivery sends, sealed, under the delivery's id. */
export interface DeliveryBytesRow {
  readonly id: DeliveryId;
  readonly raw: string;
}

export interface MarkRow extends Mark {
  readonly at: Instant;
}

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

export const deliverySchema = new EntitySchema<DeliveryRow>({
  name: 'delivery',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id', { nullable: true }),
    personId: id('person_id'),
    channel: words('channel', 10),
    protection: { ...words('protection', 10), nullable: true },
    kind: words('kind', 20),
    revision: whole('revision'),
    sequence: whole('sequence', { nullable: true }),
    once: words('once', 200),
    state: words('state', 20),
    recipient: words('recipient', 254),
    envelopeFrom: words('envelope_from', 254),
    messageId: words('message_id', 200),
    madeAt: instant('made_at'),
    position: whole('position'),
    dueAt: instant('due_at'),
    expiresAt: instant('expires_at'),
    attempts: whole('attempts'),
    leaseOwner: id('lease_owner', { nullable: true }),
    doneAt: instant('done_at', { nullable: true }),
    outcome: words('outcome', 40),
    reply: text('reply'),
  },
  indices: [
    { name: 'delivery_once', columns: ['once'], unique: true },
    { name: 'delivery_due', columns: ['state', 'dueAt'] },
    { name: 'delivery_group', columns: ['groupId'] },
    { name: 'delivery_envelope', columns: ['envelopeFrom'] },
  ],
});

export const deliveryBytesSchema = new EntitySchema<DeliveryBytesRow>({
  name: 'delivery_bytes',
  columns: { id: id('id', { primary: true }), raw: text('raw') },
});

export const deliveryMeetingSchema = new EntitySchema<DeliveryMeetingRow>({
  name: 'delivery_meeting',
  columns: {
    deliveryId: id('delivery_id', { primary: true }),
    meetingId: id('meeting_id', { primary: true }),
    revision: whole('revision'),
    sequence: whole('sequence', { nullable: true }),
    isOff: yesNo('is_off'),
    sliceOffset: whole('slice_offset', { nullable: true }),
    sliceMinutes: whole('slice_minutes', { nullable: true }),
    release: whole('agenda_release', { nullable: true }),
  },
});

export const holdSchema = new EntitySchema<Hold>({
  name: 'outbox_hold',
  columns: {
    organisationId: id('organisation_id', { primary: true }),
    heldAt: instant('held_at'),
    why: words('why', 10),
    heldBy: id('held_by', { nullable: true }),
  },
});

export const markSchema = new EntitySchema<MarkRow>({
  name: 'outbox_mark',
  columns: { id: id('id', { primary: true }), mark: id('mark'), at: instant('at') },
});

export const outboxSchemas: EntitySchema[] = [
  deliverySchema,
  deliveryBytesSchema,
  deliveryMeetingSchema,
  holdSchema,
  markSchema,
];
