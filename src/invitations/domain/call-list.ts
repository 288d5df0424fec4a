import type { GroupId, MeetingId, PersonId } from '../../kernel/identifiers';
import type { Language } from '../../kernel/in-words';
import type { Instant } from '../../kernel/instant';
import { lacksIn, type CallRoute, type Lack, type Standing } from '../../groups/domain/may-be-called';
import type { Part } from '../../groups/domain/part';
import type { MessageKind } from '../../outbox/domain/delivery';
import type { Reach } from '../../people/domain/reach';

/** A member as the broker sees one: what holds for them today. */
export interface CallablePerson {
  readonly personId: PersonId;
  readonly part: Part;
  readonly calledName: string;
  readonly fullName: string;
  readonly language: Language;
  readonly standing: Standing;
  readonly reach: Reach;
}

/** A booked meeting as the broker sees one. `revision` rises with every change of it. */
export interface CallableMeeting {
  readonly id: MeetingId;
  readonly number: number;
  readonly revision: number;
  readonly startsAt: Instant;
  readonly isOff: boolean;
  /** People have been called to it, whatever came of it later. */
  readonly isCalled: boolean;
}

/** Why somebody is told nothing. */
type Hindrance = Lack | 'doesNotWant' | 'adjunct';

/** How somebody is told. `inPerson`: their identity is protected, so nothing is written to them. */
export type Way =
  | Exclude<Reach, { readonly by: 'none' }>
  | { readonly by: 'inPerson' }
  | { readonly by: 'none'; readonly why: readonly Hindrance[] };

export type WayBy = Way['by'];
export const waysBy: readonly WayBy[] = ['email', 'letter', 'phone', 'inPerson', 'none'];

/** One thing to tell one person. The once key is the same however often the list is made. */
export type CallMessage =
  | { readonly kind: 'overview'; readonly revision: number; readonly once: string }
  | { readonly kind: 'invitation'; readonly meetingId: MeetingId; readonly revision: number; readonly once: string };

export interface CallLine {
  readonly person: CallablePerson;
  readonly way: Way;
  /** In the order they go; empty when the person is told nothing, or has been told everything. */
  readonly messages: readonly CallMessage[];
}

export interface Calling {
  readonly groupId: GroupId;
  readonly people: readonly CallablePerson[];
  readonly meetings: readonly CallableMeeting[];
  readonly now: Instant;
  readonly putBefore: readonly PutBefore[];
}

/** A message that was put earlier. `isLost`: it was stopped or refused, so it has told nobody anything. */
export interface PutBefore {
  readonly once: string;
  readonly isLost: boolean;
}

/** Decides who must be told what, one line a person; sending it is somebody else's work. */
export function callList(calling: Calling): readonly CallLine[] {
  const ahead = meetingsAhead(calling.meetings, calling.now);
  return calling.people.map((person) => {
    const way = wayTo(person);
    const messages = messagesFor(person, way, { ...calling, meetings: ahead, all: calling.meetings });
    return { person, way, messages: messages.flatMap((message) => stillToPut(message, calling.putBefore)) };
  });
}

// What was lost may be put again, under a name of its own, when somebody presses the button again.
function stillToPut(message: CallMessage, putBefore: readonly PutBefore[]): readonly CallMessage[] {
  const same = putBefore.filter(({ once }) => once === message.once || once.startsWith(`${message.once}:`));
  if (same.some(({ isLost }) => !isLost)) return [];
  return [same.length === 0 ? message : { ...message, once: `${message.once}:${String(same.length + 1)}` }];
}

/** Those still to come, soonest first. */
export const meetingsAhead = <Booked extends CallableMeeting>(meetings: readonly Booked[], now: Instant): Booked[] =>
  meetings
    .filter((meeting) => !meeting.isOff && now.isBefore(meeting.startsAt))
    .toSorted((a, b) => (a.startsAt.isBefore(b.startsAt) ? -1 : 1));

/** The way to a person, or everything that stands in it. */
function wayTo({ part, reach, standing }: CallablePerson): Way {
  if (part === 'adjunct') return { by: 'none', why: ['adjunct'] };
  const why: readonly Hindrance[] = lacksIn(standing, routeOf(reach));
  if (why.length > 0) return { by: 'none', why };
  if (reach.by !== 'none') return reach;
  return reach.why === 'protectedIdentity' ? { by: 'inPerson' } : { by: 'none', why: ['doesNotWant'] };
}

// Telling somebody face to face needs what a phone call needs.
const routeOf = (reach: Reach): CallRoute => (reach.by === 'none' ? 'phone' : reach.by);

interface Telling {
  readonly groupId: GroupId;
  readonly meetings: readonly CallableMeeting[];
  readonly all: readonly CallableMeeting[];
}

function messagesFor({ personId }: CallablePerson, way: Way, { groupId, meetings, all }: Telling): CallMessage[] {
  if (way.by === 'none' || meetings.length === 0) return [];
  const overview = overviewOf(groupId, personId, overviewRevision([...new Set([...meetings, ...all.filter(called)])]));
  // A letter or a talk holds the whole year; only a calendar wants each meeting by itself.
  return way.by === 'email' ? [overview, ...meetings.map((meeting) => invitationTo(meeting, personId))] : [overview];
}

const called = ({ isCalled }: CallableMeeting): boolean => isCalled;

/** Every change of a meeting raises its revision, so their sum names this state of the year. */
export const overviewRevision = (meetings: readonly { readonly revision: number }[]): number =>
  meetings.reduce((sum, { revision }) => sum + revision, meetings.length);

const overviewOf = (groupId: GroupId, personId: PersonId, revision: number): CallMessage => ({
  kind: 'overview',
  revision,
  once: onceKey({ under: groupId, personId, revision, kind: 'overview' }),
});

function invitationTo({ id, revision }: CallableMeeting, personId: PersonId): CallMessage {
  const once = onceKey({ under: id, personId, revision, kind: 'invitation' });
  return { kind: 'invitation', meetingId: id, revision, once };
}

interface OnceParts {
  readonly under: GroupId | MeetingId;
  readonly personId: PersonId;
  readonly revision: number;
  readonly kind: MessageKind;
}

/** (meeting or group, person, revision, kind): what may exist one time only, over all states. */
export const onceKey = ({ under, personId, revision, kind }: OnceParts): string =>
  [under, personId, String(revision), kind].join(':');

/** How many are told in each way; those who were told everything before are not counted. */
export function countsOf(lines: readonly CallLine[]): Readonly<Record<WayBy, number>> {
  const told = lines.filter(({ way, messages }) => way.by === 'none' || messages.length > 0);
  const count = (by: WayBy): number => told.filter(({ way }) => way.by === by).length;
  return {
    email: count('email'),
    letter: count('letter'),
    phone: count('phone'),
    inPerson: count('inPerson'),
    none: count('none'),
  };
}
