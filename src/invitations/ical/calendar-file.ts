import type { Instant } from '../../kernel/instant';
import { calendarText, eventLines, type WrittenEvent } from './calendar-writing';

/** One meeting for a calendar file that a person fetches themselves. */
export type FiledEvent = Omit<WrittenEvent, 'stamp'>;

/**
 * A calendar file without METHOD, ORGANIZER and ATTENDEE: it asks for no answer. The UID is the invitation's own,
 * so that a calendar which has the meeting from a mail finds it there and does not show it twice (RFC 5545 §3.8.4.7).
 */
export const calendarFile = (events: readonly FiledEvent[], stamp: Instant): string =>
  calendarText(events.flatMap((event) => eventLines({ ...event, stamp }, [])));
