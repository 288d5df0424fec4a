import type { CalendarEvent } from '../domain/calendar-event';
import type { Mailbox } from '../domain/mailbox';
import { calendarText, eventLines, oneLine } from './calendar-writing';

/** The event as iCalendar text, ready for a mail (RFC 6047). */
export function icalText(event: CalendarEvent): string {
  const { method, organizer, attendee, participation } = event.fields;
  const asksAgain = method === 'REQUEST' && participation === 'NEEDS-ACTION';
  const people = [
    `ORGANIZER${named(organizer)}:mailto:${oneLine(organizer.address)}`,
    `ATTENDEE${asked};PARTSTAT=${participation}${asksAgain ? ';RSVP=TRUE' : ''}${named(attendee)}:MAILTO:${oneLine(attendee.address)}`,
  ];
  return calendarText([`METHOD:${method}`, ...eventLines(event.fields, [...people, `STATUS:${event.status}`])]);
}

const asked = ';ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL';

const named = ({ name }: Mailbox): string => `;CN="${oneLine(name)}"`;
