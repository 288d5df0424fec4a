import type { Slice } from '../../agendas/domain/released-agenda';
import type { DeliveryId, MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { ToldMeeting } from '../../meetings/domain/told-meeting';
import type { Delivery, DeliveryState, MeetingTelling } from '../../outbox/domain/delivery';
import type { Protection } from '../../people/domain/reach';
import { type Appointment, appointmentOf, slicedBy } from './appointment';
import { type Asking, firstAsking, nextAsking } from './asking';

/** What somebody was last told of one meeting. */
export interface Told {
  /** Their own part of it, for whoever comes to one item only. */
  readonly appointment: Appointment;
  readonly slice: Slice | null;
  readonly isOff: boolean;
  /** The highest SEQUENCE their calendar has seen. */
  readonly sequence: number;
  /** It came with a calendar entry, to this address; null when it was told in another way. */
  readonly entry: { readonly address: string; readonly protection: Protection } | null;
  readonly at: Instant;
  readonly asking: Asking;
}

/** What one person has been told, by meeting. */
export type ToldSoFar = ReadonlyMap<MeetingId, Told>;

const lost: readonly DeliveryState[] = ['failed', 'cancelled', 'bounced'];

/** It was stopped, refused or came back, so it has told nobody anything. */
const isLost = ({ state }: Pick<Delivery, 'state'>): boolean => lost.includes(state);

/** What somebody knew of a meeting once they had this message. */
interface ToldBy {
  readonly deliveryId: DeliveryId;
  readonly meetingId: MeetingId;
  readonly told: Told;
}

/** Read off the messages in the order they were put; `history` holds each meeting as it was when it was told. */
export const toldSoFar = (
  deliveries: readonly Delivery[],
  personId: PersonId,
  history: readonly ToldMeeting[],
): ToldSoFar => new Map(tellings(deliveries, personId, history).map(({ meetingId, told }) => [meetingId, told]));

/** The same, message by message. */
export function tellings(
  deliveries: readonly Delivery[],
  personId: PersonId,
  history: readonly ToldMeeting[],
): readonly ToldBy[] {
  const latest = new Map<MeetingId, Told>();
  return deliveries
    .filter((one) => one.message.personId === personId && !isLost(one) && one.message.kind !== 'reminder')
    .flatMap((delivery) =>
      delivery.message.tells.flatMap((telling): readonly ToldBy[] => {
        const { meetingId } = telling;
        const then = history.find(({ id, revision }) => id === meetingId && revision === telling.revision);
        const told = toldAfter(latest.get(meetingId), { delivery, telling, then });
        if (!told) return [];
        latest.set(meetingId, told);
        return [{ deliveryId: delivery.message.id, meetingId, told }];
      }),
    );
}

interface Heard {
  readonly delivery: Delivery;
  readonly telling: MeetingTelling;
  readonly then: ToldMeeting | undefined;
}

function toldAfter(before: Told | undefined, { delivery, telling, then }: Heard): Told | null {
  const { isOff, revision } = telling;
  // Who is told that a meeting is off hears of the time they knew.
  const { slice } = isOff && before ? before : telling;
  const appointment = then ? slicedBy(appointmentOf(then), slice) : before?.appointment;
  if (!appointment) return null;
  const now = { appointment, slice, isOff };
  const asked = { revision, since: then?.since ?? revision };
  const asking = before ? nextAsking(before, now, asked) : firstAsking(asked);
  return { ...now, ...inCalendar(before, { delivery, telling }), at: delivery.message.madeAt, asking };
}

function inCalendar(
  before: Told | undefined,
  { delivery, telling }: Omit<Heard, 'then'>,
): Pick<Told, 'sequence' | 'entry'> {
  const known = before ?? { sequence: 0, entry: null };
  return { sequence: Math.max(telling.sequence ?? 0, known.sequence), entry: entryIn(delivery) ?? known.entry };
}

// A message about one meeting bears its calendar entry; one about the whole year bears none.
function entryIn({ message: { channel, meetingId, recipient, protection } }: Delivery): Told['entry'] {
  if (channel !== 'email' || meetingId === null) return null;
  return { address: recipient, protection: protection ?? 'open' };
}
