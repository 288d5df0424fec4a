import { EntitySchema } from 'typeorm';
import { id, instant, text, whole } from '../../platform/database/columns';
import type { DeliveryId } from '../../kernel/identifiers';
import type { Message, Progress } from '../domain/delivery';

/** A delivery as its table holds it. */
export interface DeliveryRow extends Message, Progress {}

/** What a delivery sends, sealed, under the delivery's id. */
export interface DeliveryBytesRow {
  readonly id: DeliveryId;
  readonly raw: string;
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
  ],
});

export const deliveryBytesSchema = new EntitySchema<DeliveryBytesRow>({
  name: 'delivery_bytes',
  columns: { id: id('id', { primary: true }), raw: text('raw') },
});

export const outboxSchemas: EntitySchema[] = [deliverySchema, deliveryBytesSchema];
