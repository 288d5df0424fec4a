import { createRequire } from 'node:module';
import type IcalJs from 'ical.js' with { 'resolution-mode': 'import' };
import type { ReadAttendee, ReadCalendar, ReadEvent } from '../domain/read-mail';
import { momentIn, minutesBetween } from './moments';

// The library calls itself a module of the newer kind, but comes with a file that `require` takes.
const ICAL = createRequire(__filename)('ical.js') as typeof IcalJs;

const mostBytes = 64 * 1024;
const deepest = 20;
const mostEvents = 50;
const mostAttendees = 50;

type Component = IcalJs.Component;

/**
 * What a calendar part says, whoever wrote it; null when it is no calendar, or larger or deeper than a reply is. Runs in
 * the reading thread only: the library's time grows with the square of what stands in one line.
 */
export function readCalendar(text: string): ReadCalendar | null {
  const plain = text.replace(/^\ufeff/, '').trim();
  if (Buffer.byteLength(plain) > mostBytes || depthOf(plain) > deepest) return null;
  const calendar = parsed(plain);
  if (calendar?.name !== 'vcalendar') return null;
  return {
    method: textOf(calendar, 'method').trim().toUpperCase(),
    events: calendar.getAllSubcomponents('vevent').slice(0, mostEvents).flatMap(eventIn),
  };
}

function parsed(text: string): Component | null {
  try {
    const read: unknown = ICAL.parse(text);
    if (!isList(read)) return null;
    // Several calendars in one part come as a list of lists; a mail speaks with the first.
    const [first] = read;
    return new ICAL.Component(isList(first) ? first : read);
  } catch {
    return null;
  }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

function depthOf(text: string): number {
  let [depth, most] = [0, 0];
  for (const [, word = ''] of text.matchAll(/^(BEGIN|END):/gim)) {
    depth += word.toUpperCase() === 'BEGIN' ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}

// One event that cannot be understood does not take the others with it.
function eventIn(event: Component): readonly ReadEvent[] {
  try {
    return [read(event)];
  } catch {
    return [];
  }
}

function read(event: Component): ReadEvent {
  const start = momentIn(event, 'dtstart');
  return {
    uid: textOf(event, 'uid').trim(),
    attendees: event.getAllProperties('attendee').slice(0, mostAttendees).map(attendeeIn),
    sequence: sequenceIn(event),
    stamp: momentIn(event, 'dtstamp'),
    start,
    minutes: minutesBetween(event, start),
    comment: event
      .getAllProperties('comment')
      .map((property) => asText(property.getFirstValue()))
      .join('\n'),
  };
}

function sequenceIn(event: Component): number {
  const sequence = Number(textOf(event, 'sequence'));
  return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0;
}

/** RFC 5545 §3.8.4.1; Apple may name a principal, and the address beside it (RFC 7986 §6.2). */
function attendeeIn(property: IcalJs.Property): ReadAttendee {
  const value = asText(property.getFirstValue()).trim();
  const beside = asText(property.getFirstParameter('email'));
  const address = /^mailto:/i.test(value) || beside === '' ? value : beside;
  return {
    address: address.replace(/^mailto:/i, '').trim(),
    name: asText(property.getFirstParameter('cn')),
    status: asText(property.getFirstParameter('partstat')).trim().toUpperCase(),
  };
}

const textOf = (component: Component, name: string): string => asText(component.getFirstPropertyValue(name));

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
