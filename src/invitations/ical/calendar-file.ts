import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import type { Instant } from '../../kernel/instant';
import { plainLine, plainLines } from '../domain/plain-text';

/** One meeting for a calendar file that a person fetches themselves. */
export interface FiledEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
}

const withoutQuoting = (text: string): string => text.replace(/["\\]/g, '');

/**
 * A calendar file without METHOD, ORGANIZER and ATTENDEE: it asks for no answer. The UID is the invitation's own,
 * so that a calendar which has the meeting from a mail finds it there and does not show it twice (RFC 5545 §3.8.4.7).
 */
export function calendarFile(events: readonly FiledEvent[], stamp: Instant): string {
  const calendar = ical({ prodId: '//Kretsen//Kretsen//SV', scale: 'GREGORIAN' });
  for (const { uid, sequence, start, end, summary, description, location } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: stamp.toDate(),
      start: start.toDate(),
      end: end.toDate(),
      summary: plainLine(withoutQuoting(summary)),
      description: plainLines(withoutQuoting(description)),
      location: plainLine(withoutQuoting(location)),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE,
    });
  }
  // The generator leaves out the line end that RFC 5545 §3.1 asks for after the last line.
  return `${calendar.toString()}\r\n`;
}
