import type { Delivery } from '../../outbox/domain/delivery';
import type { MeetingPlace } from './known-invitation';

/** The newest calendar entry that went to the person about the meeting; null when none did. */
export function newestEntry(deliveries: readonly Delivery[], { meetingId, personId }: MeetingPlace): Delivery | null {
  const entries = deliveries.filter(
    ({ message, state }) =>
      message.meetingId === meetingId &&
      message.personId === personId &&
      message.channel === 'email' &&
      message.sequence !== null &&
      (state === 'sent' || state === 'written'),
  );
  return entries.at(-1) ?? null;
}

/**
 * The same mail under a name of its own: a mailbox that had it once, and where it was thrown away, would not show
 * another with the same Message-ID.
 */
export function renamed(raw: Buffer, messageId: string): Buffer {
  const text = raw.toString('latin1');
  return Buffer.from(text.replace(/^Message-ID:(?:[^\r\n]|\r\n[ \t])*/im, `Message-ID: ${messageId}`), 'latin1');
}
