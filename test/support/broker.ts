import type { Standing } from '../../src/groups/domain/may-be-called';
import type { Appointment } from '../../src/invitations/domain/appointment';
import { type Calling, type CallLine, type CallMessage, callList } from '../../src/invitations/domain/call-list';
import type { CallableMeeting, CallablePerson } from '../../src/invitations/domain/callable';
import { firstAsking, nextAsking } from '../../src/invitations/domain/asking';
import { meetingsFor } from '../../src/invitations/domain/own-appointment';
import type { Told } from '../../src/invitations/domain/told-so-far';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { idOf } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import { TimeOfDay } from '../../src/kernel/time-of-day';

export const uuid = (tail: number): string => `00000000-0000-4000-8000-${String(tail).padStart(12, '0')}`;
export const groupId = idOf<'group'>(uuid(1));
export const everyYes: Standing = { member: true, approved: true, contact: true, takePart: true };
export const now = Instant.of('2026-12-01T08:00:00.000Z');

export const byMail = (address: string, protection: 'open' | 'protected' = 'open') =>
  ({ by: 'email', address, protection }) as const;

export function aPerson(number: number, own: Partial<CallablePerson> = {}): CallablePerson {
  return {
    personId: idOf<'person'>(uuid(100 + number)),
    part: 'network',
    calledName: `Person ${String(number)}`,
    fullName: `Person ${String(number)} Ek`,
    language: 'sv',
    standing: everyYes,
    reach: byMail(`p${String(number)}@post.example`),
    told: new Map(),
    knowsAnotherCaller: false,
    ...own,
  };
}

export const anAppointment = (day: string, own: Partial<Appointment> & { minutes?: number } = {}): Appointment => {
  const { minutes = 60, ...rest } = own;
  return {
    span: { day: CalendarDate.of(day), start: TimeOfDay.of('13:00'), minutes },
    zone: 'Europe/Stockholm',
    place: { words: 'Biblioteket', isPublic: true, form: 'office' },
    ...rest,
  };
};

const startOf = ({ span, zone }: Appointment): Instant => Instant.atWallTime(span.day, span.start, zone);

/** On the fourteenth of the month that its number names. */
export function aMeeting(number: number, own: Partial<CallableMeeting> = {}): CallableMeeting {
  const { appointment = anAppointment(`2027-${String(number).padStart(2, '0')}-14`), ...rest } = own;
  return {
    id: idOf<'meeting'>(uuid(200 + number)),
    number,
    revision: 1,
    sequence: 0,
    appointment,
    startsAt: startOf(appointment),
    isOff: false,
    isCalled: false,
    guests: new Map(),
    deputies: new Map(),
    ...rest,
  };
}

/** The meeting moved, changed or called off, as the meetings' room does it. */
export const changed = (meeting: CallableMeeting, own: Partial<CallableMeeting>): CallableMeeting =>
  aMeeting(meeting.number, { ...meeting, revision: meeting.revision + 1, sequence: meeting.sequence + 1, ...own });

export const listFor = (own: Partial<Calling>): readonly CallLine[] =>
  callList({ groupId, people: [aPerson(1)], meetings: [aMeeting(2), aMeeting(1)], now, putBefore: [], ...own });

/** What the person knows once all their messages have come. */
export function knowing({ person, way, messages }: CallLine, meetings: readonly CallableMeeting[]): CallablePerson {
  const told = new Map(person.told);
  for (const message of messages)
    for (const [meetingId, one] of tellings(
      message,
      { person: { ...person, told }, way, messages },
      meetings,
      way.by === 'email' ? way : null,
    ))
      told.set(meetingId, one);
  return { ...person, told };
}

function tellings(
  message: CallMessage,
  { person }: CallLine,
  meetings: readonly CallableMeeting[],
  mail: Told['entry'],
): readonly (readonly [CallableMeeting['id'], Told])[] {
  const entryOf = (id: CallableMeeting['id']): Told['entry'] =>
    mail && message.meetingId !== null ? mail : (person.told.get(id)?.entry ?? null);
  return meetingsFor(person, meetings)
    .filter(({ id, isOff }) => (message.meetingId === null ? !isOff || person.told.has(id) : id === message.meetingId))
    .map((meeting) => {
      const before = person.told.get(meeting.id);
      const sequence = message.meetingId === null ? (before?.sequence ?? 0) : message.sequence;
      const isOff = message.kind === 'cancellation' || meeting.isOff;
      const { slice, appointment } = isOff && before ? before : meeting;
      const said = { appointment, slice, isOff };
      const then = { revision: meeting.revision, since: 1 };
      const asking = before ? nextAsking(before, said, then) : firstAsking(then);
      return [meeting.id, { ...said, sequence, entry: entryOf(meeting.id), at: now, asking }] as const;
    });
}

/** Everybody told of these meetings. */
export const allTold = (people: readonly CallablePerson[], meetings: readonly CallableMeeting[]) =>
  listFor({ people, meetings }).map((line) => knowing(line, meetings));
