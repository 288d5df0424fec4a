import type { OwnCall } from './domain/callable';
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

/** What the message says of each meeting, as the person is called to it. */
function tellingsIn(message: CallMessage, { person }: CallLine, gathering: Gathering): readonly MeetingTelling[] {
  if (message.meetingId !== null) {
    const { meetingId, revision, kind } = message;
    const own = gathering.bookedFor(person).find(({ id }) => id === meetingId);
    const { slice = null } = own ?? {};
    const release = tellsAgenda(message) ? (own?.release ?? null) : null;
    return [{ meetingId, revision, sequence: sequenceIn(message), isOff: kind === 'cancellation', slice, release }];
  }
  if (message.kind === 'taskReminder' || message.kind === 'pattern') return [];
  const off = message.news.filter(({ news }) => news.what === 'off').map(({ meeting }) => meeting);
  return [
    ...gathering.aheadFor(person).map((one) => telling(one, { isOff: false })),
    ...off.map((one) => telling(one, { isOff: true })),
  ];
}

const telling = ({ id: meetingId, revision, slice }: OwnCall, { isOff }: Pick<MeetingTelling, 'isOff'>) => ({
  ...{ meetingId, revision, sequence: null, isOff, slice, release: null },
});

// It stands in the mail or in its calendar entry; a reminder and what is about the year name the meetings only.
const tellsAgenda = ({ kind }: CallMessage): boolean => ['invitation', 'call', 'change'].includes(kind);

/** Of the calendar entry in the message. */
const sequenceIn = (message: CallMessage): number | null =>
  message.meetingId === null || message.kind === 'reminder' ? null : message.sequence;

/** A call is of use until its meeting starts, and what is about the year until the last one does. */
function lastUse(message: CallMessage, { person }: CallLine, gathering: Gathering): Instant {
  if (message.kind === 'taskReminder' || message.kind === 'pattern') return message.until;
  if (message.kind === 'cancellation')
    return Instant.atWallTime(message.was.span.day, message.was.span.start, message.was.zone);
  const about =
    message.meetingId === null
      ? [...gathering.aheadFor(person), ...message.news.map(({ meeting }) => meeting)]
      : gathering.bookedFor(person).filter(({ id }) => id === message.meetingId);
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
  sequence: sequenceIn(message),
  once: message.once,
  tells: tellingsIn(message, line, gathering),
  expiresAt: lastUse(message, line, gathering),
  ...(message.kind === 'change' || message.kind === 'cancellation' ? { pause } : {}),
});
