import { type ReleasedLine, type Slice, sliceFor } from '../../agendas/domain/released-agenda';
import type { Reader } from '../../groups/domain/readership';
import type { PersonId } from '../../kernel/identifiers';
import type { Deputy } from '../../meetings/domain/deputy';
import type { Meeting } from '../../meetings/domain/meeting';
import { type Appointment, slicedBy } from './appointment';
import type { CallableMeeting, OwnCall } from './callable';

/** Those who come to one meeting only, or to a part of it, and those who stay away from it. */
export interface Attendance {
  /** When whoever is invited to an item, or stands in for somebody, is there. */
  readonly guests: ReadonlyMap<PersonId, Slice>;
  /** Whose place is taken, and by whom: one person may stand in for two. */
  readonly deputies: ReadonlyMap<PersonId, PersonId>;
}

interface MeetingWithAgenda {
  readonly meeting: Pick<Meeting, 'id' | 'minutes'>;
  readonly lines: readonly ReleasedLine[];
  readonly deputies: readonly Deputy[];
}

/** By the meeting's agenda and its deputies; a deputy is a guest of all of it. */
export function attendanceAt({ meeting, lines, deputies }: MeetingWithAgenda): Attendance {
  const own = deputies.filter(({ meetingId }) => meetingId === meeting.id);
  const whole = { offset: 0, minutes: meeting.minutes };
  return {
    guests: new Map([...guestsIn(lines), ...own.map(({ personId }) => [personId, whole] as const)]),
    deputies: new Map(own.map(({ personId, forPersonId }) => [forPersonId, personId])),
  };
}

const guestsIn = (lines: readonly ReleasedLine[]): readonly (readonly [PersonId, Slice])[] =>
  lines.flatMap(({ guest }) => {
    const slice = guest && sliceFor(lines, guest);
    return slice ? [[guest, slice] as const] : [];
  });

/** A deputy reads what is for the whole circle, and nothing that was meant for the one they stand in for. */
export const readerAt = (reader: Reader, { deputies }: Pick<Attendance, 'deputies'>): Reader =>
  standsIn(reader.personId, { deputies }) ? { personId: reader.personId, part: 'network' } : reader;

export const standsIn = (personId: PersonId, { deputies }: Pick<Attendance, 'deputies'>): boolean =>
  [...deputies.values()].includes(personId);

/** How much of a meeting somebody is called to. */
export type Share = 'whole' | 'nothing' | Slice;

/**
 * The circle comes to all of each meeting that nobody stands in for them at; an adjunct to the item they are invited to,
 * or to the meeting they stand in at, and to nothing else.
 */
export function shareOf({ personId, part }: Reader, { guests, deputies }: Attendance): Share {
  if (part === 'adjunct') return guests.get(personId) ?? 'nothing';
  return deputies.has(personId) ? 'nothing' : 'whole';
}

/** The meetings as one person is called to them. One that an adjunct is not invited to is off for them. */
export const meetingsFor = <Booked extends CallableMeeting>(
  person: Reader,
  meetings: readonly Booked[],
): readonly OwnCall<Booked>[] => meetings.map((meeting) => ownCall(meeting, shareOf(person, meeting)));

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
