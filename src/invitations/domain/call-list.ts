import type { GroupId, MeetingId } from '../../kernel/identifiers';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { Instant } from '../../kernel/instant';
import { lacksIn, type CallRoute, type Lack } from '../../groups/domain/may-be-called';
import type { MessageKind } from '../../outbox/domain/delivery';
import type { Reach } from '../../people/domain/reach';
import type { Appointment } from './appointment';
import type { CallableMeeting, CallablePerson, OwnCall } from './callable';
import { asksAgain, type News, newsOf, sequenceOf } from './news';
import { freshKey, overviewRevision } from './once-key';
import { meetingsFor } from './own-appointment';
import type { PatternMessage } from './pattern-message';
import type { Told } from './told-so-far';

/** Why somebody is told nothing. `adjunct`: they are invited to no item yet. */
type Hindrance = Lack | 'doesNotWant' | 'adjunct';

/** How somebody is told. `inPerson`: their identity is protected, so nothing is written to them. */
export type Way =
  | Exclude<Reach, { readonly by: 'none' }>
  | { readonly by: 'inPerson' }
  | { readonly by: 'none'; readonly why: readonly Hindrance[] };

export type WayBy = Way['by'];
export const waysBy: readonly WayBy[] = ['email', 'letter', 'phone', 'inPerson', 'none'];

/** The meeting does not take place; the person may not be called any more; or it goes on without this guest. */
type WhyOff = 'calledOff' | 'noLongerCalled' | 'notInvited';

/** What one meeting's message says. The once key is the same however often the list is made. */
export type MeetingMessage = {
  readonly meetingId: MeetingId;
  readonly revision: number;
  readonly sequence: number;
  readonly once: string;
} & (
  | { readonly kind: 'invitation' | 'call' }
  | { readonly kind: 'reminder'; readonly days: number }
  | { readonly kind: 'change'; readonly was: Appointment; readonly asksAgain: boolean }
  | { readonly kind: 'cancellation'; readonly was: Appointment; readonly why: WhyOff }
);

/** What a message about the whole year says; `news` is what has changed since the last one. */
export interface YearMessage {
  readonly kind: 'overview' | 'change' | 'handover';
  readonly meetingId: null;
  readonly revision: number;
  readonly once: string;
  readonly news: readonly MeetingNews[];
}

/** What somebody is reminded of having promised to do; it says neither what nor to whom. */
export interface TaskMessage {
  readonly kind: 'taskReminder';
  readonly meetingId: null;
  /** The day as a number: 20270414. */
  readonly revision: number;
  readonly once: string;
  readonly news: readonly [];
  readonly by: CalendarDate;
  /** How many things are to be done by that day. */
  readonly count: number;
  readonly until: Instant;
}

export interface MeetingNews {
  readonly meeting: OwnCall;
  readonly news: News;
}

/** One thing to tell one person. */
export type CallMessage = YearMessage | MeetingMessage | TaskMessage | PatternMessage;

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
  /** The once keys of all that was ever put, lost or not. */
  readonly putBefore: readonly string[];
}

/** Decides who must be told what, one line a person; sending it is somebody else's work. */
export function callList(calling: Calling): readonly CallLine[] {
  return calling.people.map((person) => lineFor(person, calling)).filter(isInTheGroupOrTold);
}

// Somebody who has left is on the list only as long as their calendar holds meetings ahead.
const isInTheGroupOrTold = ({ person, messages }: CallLine): boolean => person.standing.member || messages.length > 0;

/** One person, and the meetings as they are called to them. */
interface Own {
  readonly person: CallablePerson;
  readonly meetings: readonly OwnCall[];
  readonly calling: Calling;
}

function lineFor(person: CallablePerson, calling: Calling): CallLine {
  const own = { person, meetings: meetingsFor(person, calling.meetings), calling };
  const way = wayTo(person);
  const line = way.by === 'none' ? farewell(way, own) : { person, way, messages: messagesOver(way, own) };
  return line.messages.length === 0 && isUninvited(own) ? { ...line, way: { by: 'none', why: ['adjunct'] } } : line;
}

const isUninvited = ({ person, meetings, calling }: Own): boolean =>
  person.part === 'adjunct' && meetingsAhead(meetings, calling.now).length === 0;

function messagesOver(way: OpenWay, own: Own): readonly CallMessage[] {
  const news = newsFor(way, own);
  const messages = way.by === 'email' ? mailsOf(news, own) : oneMessage(news, own);
  return messages.length > 0 ? messages : newCaller(own);
}

/** Those still to come, soonest first. */
export const meetingsAhead = <Booked extends CallableMeeting>(meetings: readonly Booked[], now: Instant): Booked[] =>
  notBegun(meetings, now).filter(({ isOff }) => !isOff);

const notBegun = <Booked extends CallableMeeting>(meetings: readonly Booked[], now: Instant): Booked[] =>
  meetings
    .filter(({ startsAt }) => now.isBefore(startsAt))
    .toSorted((a, b) => (a.startsAt.isBefore(b.startsAt) ? -1 : 1));

/** The way to a person, or everything that stands in it. */
function wayTo({ reach, standing }: CallablePerson): Way {
  const why: readonly Hindrance[] = lacksIn(standing, routeOf(reach));
  if (why.length > 0) return { by: 'none', why };
  if (reach.by !== 'none') return reach;
  return reach.why === 'protectedIdentity' ? { by: 'inPerson' } : { by: 'none', why: ['doesNotWant'] };
}

// Telling somebody face to face needs what a phone call needs.
const routeOf = (reach: Reach): CallRoute => (reach.by === 'none' ? 'phone' : reach.by);

type OpenWay = Exclude<Way, { readonly by: 'none' }>;

function newsFor(way: OpenWay, { person, meetings, calling }: Own): readonly MeetingNews[] {
  return notBegun(meetings, calling.now).flatMap((meeting) => {
    const told = person.told.get(meeting.id);
    const news = newsOf(meeting, meeting.isOff ? told : inReach(told, way), protectionOf(way));
    return news ? [{ meeting, news }] : [];
  });
}

// A calendar that was never sent an entry has nothing to change, and a new address has another calendar. That a meeting
// is off is told to whoever was ever told of it.
function inReach(told: Told | undefined, way: OpenWay): Told | undefined {
  if (way.by !== 'email' || !told) return told;
  return told.entry?.address === way.address ? told : undefined;
}

// What is said from mouth to ear may name the place; a letter lies open on a kitchen table.
function protectionOf(way: OpenWay): 'open' | 'protected' {
  if (way.by === 'email') return way.protection;
  return way.by === 'letter' ? 'open' : 'protected';
}

/** One overview when there is more than one new meeting to look at together, then each meeting by itself. */
function mailsOf(news: readonly MeetingNews[], own: Own): readonly CallMessage[] {
  const added = news.filter((one) => one.news.what === 'new').length;
  // The circle is told what a year of meetings is; a guest comes now and then.
  const isFirst = own.person.told.size === 0 && own.person.part !== 'adjunct';
  const overview = added > 1 || (isFirst && added > 0) ? [yearMessage('overview', [], own)] : [];
  return [...overview, ...news.map((one) => meetingMessage(one, own))];
}

function meetingMessage({ meeting, news }: MeetingNews, own: Own): MeetingMessage {
  const told = own.person.told.get(meeting.id);
  const sequence = told ? sequenceOf(meeting, told) : meeting.sequence;
  const named = (kind: MessageKind) => ({ ...about(meeting, sequence), once: onceFor(meeting, kind, own) });
  switch (news.what) {
    case 'new':
      return { ...named('invitation'), kind: 'invitation' };
    case 'changed':
      return { ...named('change'), kind: 'change', was: news.was, asksAgain: asksAgain(news) };
    case 'off':
      return { ...named('cancellation'), kind: 'cancellation', was: news.was, why: news.why };
  }
}

const about = ({ id, revision }: CallableMeeting, sequence: number) => ({ meetingId: id, revision, sequence });

/** A letter or a talk holds all there is to say at once; only a calendar wants each meeting by itself. */
const oneMessage = (news: readonly MeetingNews[], own: Own): readonly CallMessage[] =>
  news.length === 0 ? [] : [yearMessage(own.person.told.size === 0 ? 'overview' : 'change', news, own)];

/** Every message names whoever calls now; only to somebody who is told nothing else it is news by itself. */
function newCaller(own: Own): readonly CallMessage[] {
  const isNews = own.person.knowsAnotherCaller && meetingsAhead(own.meetings, own.calling.now).length > 0;
  return isNews ? [yearMessage('handover', [], own)] : [];
}

function yearMessage(kind: YearMessage['kind'], news: readonly MeetingNews[], { person, calling }: Own): YearMessage {
  const { groupId, meetings, now, putBefore } = calling;
  const revision = yearRevision(meetings, now);
  const once = freshKey({ under: groupId, personId: person.personId, revision, kind }, putBefore);
  return { kind, meetingId: null, revision, once, news };
}

/** Of all meetings that people know of once this is sent. */
const yearRevision = (meetings: readonly CallableMeeting[], now: Instant): number =>
  overviewRevision([...new Set([...meetingsAhead(meetings, now), ...meetings.filter(({ isCalled }) => isCalled)])]);

/** Who may not be called any more is told one thing only: that the meetings ahead leave their calendar. */
function farewell(way: Way, { person, meetings, calling }: Own): CallLine {
  const none = { person, way, messages: [] };
  // No mail goes to somebody whose identity is protected, or who wants none, not even this.
  if (person.reach.by === 'none') return none;
  const held = notBegun(meetings, calling.now).flatMap((meeting) => {
    const told = person.told.get(meeting.id);
    return told && !told.isOff && told.entry ? [{ meeting, told, entry: told.entry }] : [];
  });
  const [first] = held;
  if (!first) return none;
  const messages = held.map(({ meeting, told }): MeetingMessage => {
    const once = onceFor(meeting, 'cancellation', { person, calling });
    const said = { ...about(meeting, sequenceOf(meeting, told)), once, was: told.appointment };
    return { ...said, kind: 'cancellation', why: 'noLongerCalled' };
  });
  return { person, way: { by: 'email', ...first.entry }, messages };
}

/** Nothing but goodbyes: whoever reads them gets no page of their own any more. */
export const isFarewell = ({ messages }: Pick<CallLine, 'messages'>): boolean =>
  messages.length > 0 && messages.every((one) => one.kind === 'cancellation' && one.why === 'noLongerCalled');

const onceFor = (
  { id, revision }: CallableMeeting,
  kind: string,
  { person: { personId }, calling: { putBefore } }: Pick<Own, 'person' | 'calling'>,
): string => freshKey({ under: id, personId, revision, kind }, putBefore);

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
