import type { CallableMeeting } from './domain/callable';
import type { CallLine, CallMessage } from './domain/call-list';
import type { Gathering } from './domain/gathering';
import { Instant } from '../kernel/instant';
import type { MeetingTelling } from '../outbox/domain/delivery';
import type { NewDelivery } from '../outbox/outbox.service';
import { keepLetter } from './letters/kept-letter';
import type { WrittenLine, WrittenMail } from './mailroom.service';

/** Where what was written belongs. */
export interface Posting {
  readonly gathering: Gathering;
  /** Minutes that a change waits for further edits. */
  readonly pause: number;
}

/** What was written to one person, as the outbox takes it. */
export function deliveriesIn({ line, mails, letter }: WrittenLine, posting: Posting): readonly NewDelivery[] {
  if (line.way.by === 'none') return [];
  if (line.way.by === 'email') {
    const { protection } = line.way;
    return mails.map((written) => ({
      ...common(line, written.message, posting),
      channel: 'email',
      protection,
      ...mailed(written),
    }));
  }
  // What was decided is what is printed, however often: the letter is kept as it was written.
  const raw = letter === null ? Buffer.alloc(0) : keepLetter(letter);
  const channel = line.way.by;
  return line.messages.map((message) => ({ ...common(line, message, posting), channel, ...notMail, raw }));
}

const notMail = { protection: null, recipient: '', envelopeFrom: '', messageId: '' } as const;

const mailed = ({ mail, raw }: WrittenMail) => ({
  recipient: mail.envelope.to,
  envelopeFrom: mail.envelope.from,
  messageId: mail.messageId,
  raw,
});

/** What the person knows of each meeting once they have the message; a reminder tells nothing new. */
function tellingsIn(message: CallMessage, { ahead }: Gathering): readonly MeetingTelling[] {
  if (message.kind === 'reminder') return [];
  if (message.meetingId !== null) {
    const { meetingId, revision, sequence, kind } = message;
    return [{ meetingId, revision, sequence, isOff: kind === 'cancellation' }];
  }
  const off = message.news.filter(({ news }) => news.what === 'off').map(({ meeting }) => meeting);
  return [...ahead.map((one) => telling(one, false)), ...off.map((one) => telling(one, true))];
}

const telling = ({ id: meetingId, revision }: CallableMeeting, isOff: boolean): MeetingTelling => ({
  meetingId,
  revision,
  sequence: null,
  isOff,
});

/** A call is of use until its meeting starts, and what is about the year until the last one does. */
function lastUse(message: CallMessage, { ahead, booked }: Gathering): Instant {
  if (message.kind === 'cancellation')
    return Instant.atWallTime(message.was.span.day, message.was.span.start, message.was.zone);
  const about =
    message.meetingId === null
      ? [...ahead, ...message.news.map(({ meeting }) => meeting)]
      : booked.filter(({ id }) => id === message.meetingId);
  const last = about.map(({ startsAt }) => startsAt).reduce<Instant | null>(later, null);
  if (last === null) throw new Error('A message is about a meeting ahead.');
  return last;
}

const later = (one: Instant | null, other: Instant): Instant => (one === null || one.isBefore(other) ? other : one);

const common = (line: CallLine, message: CallMessage, { gathering, pause }: Posting) => ({
  groupId: gathering.parts.group.id,
  meetingId: message.meetingId,
  personId: line.person.personId,
  kind: message.kind,
  revision: message.revision,
  sequence: message.meetingId === null || message.kind === 'reminder' ? null : message.sequence,
  once: message.once,
  tells: tellingsIn(message, gathering),
  expiresAt: lastUse(message, gathering),
  ...(message.kind === 'change' || message.kind === 'cancellation' ? { pause } : {}),
});
