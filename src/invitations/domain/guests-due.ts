import type { MeetingId } from '../../kernel/identifiers';
import type { CallLine, CallMessage } from './call-list';
import type { Gathering } from './gathering';

/** The meetings that somebody is called to today. */
export const meetingsCalled = (lines: readonly CallLine[]): ReadonlySet<MeetingId> =>
  new Set(
    lines.flatMap(({ messages }) => messages.flatMap(({ kind, meetingId }) => (kind === 'call' ? [meetingId] : []))),
  );

/** When a meeting's agenda goes out by itself, its guests hear by themselves what has changed about their part of it. */
export const guestsDue = ({ lines }: Gathering, called: ReadonlySet<MeetingId>): readonly CallLine[] =>
  lines
    .filter(({ person }) => person.part === 'adjunct' && person.standing.member)
    .map((line) => ({ ...line, messages: line.messages.filter((message) => isAbout(message, called)) }));

function isAbout(message: CallMessage, called: ReadonlySet<MeetingId>): boolean {
  if (message.meetingId !== null) return called.has(message.meetingId);
  return message.news.length > 0 && message.news.every(({ meeting }) => called.has(meeting.id));
}
