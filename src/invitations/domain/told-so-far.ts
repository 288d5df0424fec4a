import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { ToldMeeting } from '../../meetings/domain/told-meeting';
import type { Delivery, DeliveryState } from '../../outbox/domain/delivery';
import type { Protection } from '../../people/domain/reach';
import { type Appointment, appointmentOf } from './appointment';

/** What somebody was last told of one meeting. */
export interface Told {
  readonly appointment: Appointment;
  readonly isOff: boolean;
  /** The highest SEQUENCE their calendar has seen. */
  readonly sequence: number;
  /** It came with a calendar entry, to this address; null when it was told in another way. */
  readonly entry: { readonly address: string; readonly protection: Protection } | null;
  readonly at: Instant;
}

/** What one person has been told, by meeting. */
export type ToldSoFar = ReadonlyMap<MeetingId, Told>;

const lost: readonly DeliveryState[] = ['failed', 'cancelled', 'bounced'];

/** It was stopped, refused or came back, so it has told nobody anything. */
const isLost = ({ state }: Pick<Delivery, 'state'>): boolean => lost.includes(state);

/** Read off the messages in the order they were put; `history` holds each meeting as it was when it was told. */
export function toldSoFar(
  deliveries: readonly Delivery[],
  personId: PersonId,
  history: readonly ToldMeeting[],
): ToldSoFar {
  const told = new Map<MeetingId, Told>();
  for (const delivery of deliveries.filter((one) => one.message.personId === personId && !isLost(one)))
    for (const { meetingId, revision, sequence, isOff } of delivery.message.tells) {
      const before = told.get(meetingId);
      const then = history.find((one) => one.id === meetingId && one.revision === revision);
      const appointment = then ? appointmentOf(then) : before?.appointment;
      const entry = entryIn(delivery) ?? before?.entry ?? null;
      const highest = Math.max(sequence ?? 0, before?.sequence ?? 0);
      const at = delivery.message.madeAt;
      if (appointment) told.set(meetingId, { appointment, isOff, sequence: highest, entry, at });
    }
  return told;
}

// A message about one meeting bears its calendar entry; one about the whole year bears none.
function entryIn({ message: { channel, meetingId, recipient, protection } }: Delivery): Told['entry'] {
  if (channel !== 'email' || meetingId === null) return null;
  return { address: recipient, protection: protection ?? 'open' };
}
