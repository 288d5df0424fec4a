import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { MeetingId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import { Facts } from '../platform/facts';
import type { CallLine, CallMessage } from './domain/call-list';
import type { Channel } from '../outbox/domain/delivery';
import type { BookedMeeting, Gathering } from './domain/gathering';
import { YearSent } from './domain/year-sent';
import { keepLetter } from './letters/kept-letter';
import type { WrittenLine, WrittenMail } from './mailroom.service';
import { type NewDelivery, Outbox } from '../outbox/outbox.service';

/** Puts what was written into the outbox and marks the meetings as called, in the caller's transaction. */
@Injectable()
export class Postings {
  constructor(
    private readonly outbox: Outbox,
    private readonly bookings: Bookings,
    private readonly audit: AuditLog,
    private readonly facts: Facts,
  ) {}

  async post(viewer: Viewer, gathering: Gathering, lines: readonly WrittenLine[]): Promise<void> {
    const { id: groupId, organisationId, serviceUserId } = gathering.parts.group;
    const told = lines.filter(({ line }) => line.messages.length > 0);
    await this.outbox.put(
      viewer,
      told.flatMap((written) => deliveriesIn(written, gathering)),
    );
    const meetingIds = await this.call(viewer, gathering);
    const subjects = [groupId, ...told.map(({ line }) => line.person.personId), ...meetingIds];
    await this.audit.record(viewer, { action: 'year.sent', about: serviceUserId, subjects });
    await this.facts.publish(new YearSent(organisationId, groupId, meetingIds));
  }

  private async call(viewer: Viewer, { ahead, parts }: Gathering): Promise<readonly MeetingId[]> {
    const uncalled = ahead.filter(({ meeting }) => meeting.state !== 'called').map(({ id }) => id);
    if (uncalled.length > 0) await this.bookings.called(viewer, parts.group.id, uncalled);
    return uncalled;
  }
}

function deliveriesIn({ line, mails, letter }: WrittenLine, gathering: Gathering): readonly NewDelivery[] {
  if (line.way.by === 'none') return [];
  if (line.way.by === 'email') {
    const { protection } = line.way;
    return mails.map((written) => ({
      ...common(line, written.message, gathering, 'email'),
      protection,
      ...mailed(written),
    }));
  }
  // What was decided is what is printed, however often: the letter is kept as it was written.
  const raw = letter === null ? Buffer.alloc(0) : keepLetter(letter);
  const channel = line.way.by;
  return line.messages.map((message) => ({ ...common(line, message, gathering, channel), ...notMail, raw }));
}

const notMail = { protection: null, recipient: '', envelopeFrom: '', messageId: '' } as const;

const mailed = ({ mail, raw }: WrittenMail) => ({
  recipient: mail.envelope.to,
  envelopeFrom: mail.envelope.from,
  messageId: mail.messageId,
  raw,
});

const common = (line: CallLine, message: CallMessage, gathering: Gathering, channel: Channel) => ({
  groupId: gathering.parts.group.id,
  meetingId: message.kind === 'invitation' ? message.meetingId : null,
  personId: line.person.personId,
  channel,
  kind: message.kind,
  revision: message.revision,
  once: message.once,
  expiresAt: lastUse(message, gathering.ahead).startsAt,
});

/** A call is of use until its meeting starts, and an overview until the last one does. */
function lastUse(message: CallMessage, ahead: readonly BookedMeeting[]): BookedMeeting {
  const found = message.kind === 'overview' ? ahead.at(-1) : ahead.find(({ id }) => id === message.meetingId);
  if (!found) throw new Error('A message is about a meeting ahead.');
  return found;
}
