import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { CalendarEvent } from '../domain/calendar-event';
import { Mailbox } from '../domain/mailbox';
import { plainLine, plainLines, unquoted } from '../domain/plain-text';

const oneLine = (text: string): string => plainLine(unquoted(text));
const severalLines = (text: string): string => plainLines(unquoted(text));

/**
 * The event as iCalendar text (RFC 5545), ready for a mail (RFC 6047). Times are in UTC, so that no
 * receiver needs our time zone and the bytes are the same wherever the server stands.
 */
export function icalText(event: CalendarEvent): string {
  const { method, uid, sequence, stamp, start, end, summary, description, location } = event.fields;
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: '//Kretsen//Kretsen//SV', scale: 'GREGORIAN' });
  calendar
    .createEvent({
      id: oneLine(uid),
      sequence,
      stamp: stamp.toDate(),
      start: start.toDate(),
      end: end.toDate(),
      summary: oneLine(summary),
      description: severalLines(description),
      location: oneLine(location),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE,
      status: ICalEventStatus[event.status],
      organizer: mailbox(event.fields.organizer),
    })
    .createAttendee({
      ...mailbox(event.fields.attendee),
      type: ICalAttendeeType.INDIVIDUAL,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      ...(method === 'REQUEST' ? { rsvp: true } : {}),
    });
  // The generator leaves out the line end that RFC 5545 §3.1 asks for after the last line.
  return `${calendar.toString()}\r\n`;
}

const mailbox = ({ name, address }: Mailbox): { name: string; email: string } => ({
  name: oneLine(name),
  email: oneLine(address),
});
