import type { MessageKind } from '../../outbox/domain/delivery';
import type { GroupId, MeetingId, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { onceKey } from './once-key';
import {
  type Channel,
  Delivery,
  type DeliveryState,
  type MeetingTelling,
  type Message,
} from '../../outbox/domain/delivery';
import type { Letter } from './letter';

/** That somebody was told something, and how; the message itself stays where it was sent from. */
export interface ToldBefore {
  readonly personId: PersonId;
  /** null: it was about the whole year. */
  readonly meetingId: MeetingId | null;
  readonly kind: MessageKind;
  readonly revision: number;
  readonly channel: Channel;
  /** The address of a mail; empty for what is not mail. */
  readonly recipient: string;
  readonly at: Instant;
  /** What it told of each meeting. */
  readonly tells: readonly MeetingTelling[];
  /** What was printed, so that it can be printed again; null for what is no letter. */
  readonly letter: Letter | null;
}

const left: readonly DeliveryState[] = ['sent', 'written', 'noted'];

/** It has reached somebody, or was at least handed over for good. */
export const hasTold = ({ state }: Delivery): boolean => left.includes(state);

export function toldBy({ message, progress }: Delivery, letter: Letter | null): ToldBefore {
  const { personId, meetingId, kind, revision, channel, recipient, madeAt, tells } = message;
  return { personId, meetingId, kind, revision, channel, recipient, at: progress.doneAt ?? madeAt, tells, letter };
}

const onTheirWay: readonly DeliveryState[] = ['waiting', 'in-flight', 'deferred', 'held'];

/** Mail that has neither left nor been given up. A letter that nobody has posted yet is simply written anew. */
export const mailOnItsWay = (deliveries: readonly Delivery[]): number =>
  deliveries.filter(({ message, state }) => message.channel === 'email' && onTheirWay.includes(state)).length;

interface Whose {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
}

/** A delivery that is over: it keeps its once key taken, so that nobody is told the same again, and is never sent. */
export function deliveryOver(told: ToldBefore, whose: Whose, ids: Pick<Message, 'id' | 'position'>): Delivery {
  const { at, meetingId, personId, kind, revision, channel, recipient, tells } = told;
  const once = onceKey({ under: meetingId ?? whose.groupId, personId, revision, kind });
  const about = { meetingId, personId, kind, revision, channel, recipient, once };
  const unknown = { protection: null, envelopeFrom: '', messageId: '', sequence: null } as const;
  const message: Message = { ...ids, ...whose, ...about, ...unknown, tells, madeAt: at, expiresAt: at };
  const state = channel === 'email' ? 'sent' : 'noted';
  const progress = { state, dueAt: at, attempts: 0, leaseOwner: null, doneAt: at, outcome: '', reply: '' } as const;
  return new Delivery(message, progress);
}
