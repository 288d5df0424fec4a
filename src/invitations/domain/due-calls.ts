import type { TimeOfDay } from '../../kernel/time-of-day';
import type { PersonId } from '../../kernel/identifiers';
import type { Delivery } from '../../outbox/domain/delivery';
import { type CallLine, isFarewell, type MeetingMessage } from './call-list';
import type { OwnCall } from './callable';
import type { BookedMeeting, Gathering } from './gathering';
import { freshKey, isNamed, onceKey } from './once-key';
import type { Told } from './told-so-far';

/** Which reminders somebody wants, in days before the meeting. */
export type ReminderDays = 7 | 1;
export const reminderDays: readonly ReminderDays[] = [7, 1];

export interface DueTerms {
  /** How many days before a meeting its call goes out. */
  readonly daysAhead: number;
  readonly wanted: (personId: PersonId) => readonly ReminderDays[];
  /** Nothing goes out by itself before this time of day. */
  readonly from: TimeOfDay;
}

interface Due {
  readonly line: CallLine;
  readonly booked: BookedMeeting;
  readonly told: Told;
  /** Whole days until the meeting, by its own calendar. */
  readonly daysLeft: number;
}

/** What goes out by itself today: the call to a meeting that is soon, and the reminders that people want. */
export function dueCalls(gathering: Gathering, terms: DueTerms): readonly CallLine[] {
  return gathering.lines.filter(mayBeCalled).map((line) => ({
    ...line,
    messages: gathering.aheadFor(line.person).flatMap((own) => messagesDue(line, own, gathering, terms)),
  }));
}

const mayBeCalled = (line: CallLine): boolean => line.way.by !== 'none' && !isFarewell(line);

// What is new about a meeting is sent by a person first, and nobody is reminded of what no longer holds.
const hasNewsOf = ({ messages }: CallLine, { id }: BookedMeeting): boolean =>
  messages.some((one) =>
    one.meetingId === null ? one.news.some(({ meeting }) => meeting.id === id) : one.meetingId === id,
  );

function messagesDue(
  line: CallLine,
  booked: OwnCall<BookedMeeting>,
  gathering: Gathering,
  terms: DueTerms,
): readonly MeetingMessage[] {
  const { now } = gathering.parts;
  const { meeting } = booked;
  const told = line.person.told.get(booked.id);
  if (!told || hasNewsOf(line, booked) || !isOpen(meeting) || now.timeIn(meeting.zone).isBefore(terms.from)) return [];
  if (gathering.answerTo(booked, line.person) === 'no') return [];
  const due = { line, booked, told, daysLeft: now.dayIn(meeting.zone).daysUntil(meeting.day) };
  const calls = isCallDue(due, terms) ? call(due, gathering) : [];
  return calls.length > 0 ? calls : reminderDue(due, gathering, terms);
}

const isOpen = ({ state }: BookedMeeting['meeting']): boolean => state === 'called' || state === 'moved';

/** Nobody has written about the meeting since it came near. */
const isCallDue = ({ booked, told, daysLeft }: Due, { daysAhead }: DueTerms): boolean =>
  daysLeft <= daysAhead && daysSinceTold(booked, told) > daysAhead;

/** How many days were left when the person was last told. */
const daysSinceTold = ({ meeting }: BookedMeeting, { at }: Told): number =>
  at.dayIn(meeting.zone).daysUntil(meeting.day);

const call = ({ line, booked, told }: Due, gathering: Gathering): MeetingMessage[] =>
  onceOnly('call', { line, booked }, gathering).map((once) => ({ ...about(booked, told), kind: 'call', once }));

/** The nearest of the wanted days that has come; a day that the program slept through is made good, once. */
function reminderDue({ line, booked, told, daysLeft }: Due, gathering: Gathering, terms: DueTerms): MeetingMessage[] {
  if (line.way.by !== 'email' || daysLeft < 1) return [];
  const days = Math.min(...terms.wanted(line.person.personId).filter((wanted) => daysLeft <= wanted));
  if (!Number.isFinite(days) || daysSinceTold(booked, told) <= days) return [];
  const keys = onceOnly(`reminder-${String(days)}`, { line, booked }, gathering);
  return keys.map((once) => ({ ...about(booked, told), kind: 'reminder', days, once }));
}

// What came back is for a person to look at: tried again by itself, it would come back every time. What was overtaken is
// put anew.
function onceOnly(
  kind: string,
  { line, booked }: Pick<Due, 'line' | 'booked'>,
  { calling, parts: { deliveries } }: Gathering,
): readonly string[] {
  const { id: under, revision } = booked;
  const parts = { under, personId: line.person.personId, revision, kind };
  const put = deliveries.filter(({ message }) => isNamed(message.once, onceKey(parts)));
  return put.every(wasOvertaken) ? [freshKey(parts, calling.putBefore)] : [];
}

// It was stopped before it left, since what it told of had changed.
const wasOvertaken = ({ state, progress }: Delivery): boolean =>
  state === 'cancelled' && progress.outcome === 'changed';

// Nothing new is told, so the calendar's SEQUENCE stays where it is.
const about = ({ id, revision }: BookedMeeting, { sequence }: Told) => ({ meetingId: id, revision, sequence });
