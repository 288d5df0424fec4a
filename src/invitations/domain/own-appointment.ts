import { type ReleasedLine, type Slice, sliceFor } from '../../agendas/domain/released-agenda';
import type { Reader } from '../../groups/domain/readership';
import type { PersonId } from '../../kernel/identifiers';
import { type Appointment, slicedBy } from './appointment';
import type { CallableMeeting, OwnCall } from './callable';

/** Those who are invited to one of a meeting's items, and when they are there. */
export const guestsIn = (lines: readonly ReleasedLine[]): ReadonlyMap<PersonId, Slice> =>
  new Map(
    lines.flatMap(({ guest }) => {
      const slice = guest && sliceFor(lines, guest);
      return slice ? [[guest, slice] as const] : [];
    }),
  );

/** How much of a meeting somebody is called to. */
export type Share = 'whole' | 'nothing' | Slice;

/** The circle comes to all of each meeting; an adjunct to the item they are invited to, and to no other part of it. */
export const shareOf = ({ personId, part }: Reader, guests: ReadonlyMap<PersonId, Slice>): Share =>
  part === 'adjunct' ? (guests.get(personId) ?? 'nothing') : 'whole';

/** The meetings as one person is called to them. One that an adjunct is not invited to is off for them. */
export const meetingsFor = <Booked extends CallableMeeting>(
  person: Reader,
  meetings: readonly Booked[],
): readonly OwnCall<Booked>[] => meetings.map((meeting) => ownCall(meeting, shareOf(person, meeting.guests)));

function ownCall<Booked extends CallableMeeting>(meeting: Booked, share: Share): OwnCall<Booked> {
  if (share === 'whole') return { ...meeting, slice: null, isInvited: true };
  // That the whole meeting is called off is told in those words also to a guest.
  if (share === 'nothing') return { ...meeting, slice: null, isInvited: meeting.isOff, isOff: true };
  const appointment = slicedBy(meeting.appointment, share);
  const startsAt = meeting.startsAt.plusMinutes(minutesInto(meeting.appointment, appointment));
  return { ...meeting, appointment, startsAt, slice: share, isInvited: true };
}

const minutesInto = (whole: Appointment, part: Appointment): number =>
  part.span.start.minutes - whole.span.start.minutes;

export const isSameShare = (share: Share, slice: Slice | null): boolean =>
  typeof share === 'string' || slice === null
    ? share === 'whole' && slice === null
    : share.offset === slice.offset && share.minutes === slice.minutes;
