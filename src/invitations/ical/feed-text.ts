import type { Instant } from '../../kernel/instant';
import type { FiledEvent } from './calendar-file';
import { calendarText, escaped, eventLines, oneLine } from './calendar-writing';

/** One meeting in a feed; a cancelled one stays, marked as that, so that no calendar keeps the old one. */
export interface FedEvent extends FiledEvent {
  readonly isOff: boolean;
}

interface FeedParts {
  readonly name: string;
  readonly events: readonly FedEvent[];
  readonly stamp: Instant;
}

/**
 * A calendar to be fetched again and again (RFC 7986 §5), by its name and with how often. Like a calendar file it has
 * no METHOD, ORGANIZER or ATTENDEE. What older calendars know of this they know by the names with `X-`.
 */
export function feedText({ name, events, stamp }: FeedParts): string {
  const called = escaped(oneLine(name));
  return calendarText([
    `NAME:${called}`,
    `X-WR-CALNAME:${called}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...events.flatMap(({ isOff, ...event }) =>
      eventLines({ ...event, stamp }, [`STATUS:${isOff ? 'CANCELLED' : 'CONFIRMED'}`]),
    ),
  ]);
}
