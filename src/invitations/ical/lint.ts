import { CalendarMethod } from '../domain/calendar-event';
import { ContentLine, contentLines } from './content-lines';

export interface CalendarFinding {
  readonly rule: string;
  readonly sentence: string;
}

/** What the mail around the calendar text says, and the calendar must say too. */
export interface CalendarExpectation {
  readonly method: CalendarMethod;
  readonly attendee: string;
  readonly organizer: string;
}

interface Reading {
  readonly text: string;
  readonly lines: readonly ContentLine[];
  readonly byName: ReadonlyMap<string, readonly ContentLine[]>;
  readonly expected: CalendarExpectation;
}

interface CalendarRule {
  readonly rule: string;
  readonly sentence: string;
  readonly holds: (reading: Reading) => boolean;
}

const utc = /^\d{8}T\d{6}Z$/;

const named = ({ byName }: Reading, name: string): readonly ContentLine[] => byName.get(name) ?? [];

const inEvent = (reading: Reading, name: string): readonly ContentLine[] =>
  named(reading, name).filter(({ component }) => component === 'VEVENT');

const begins = (reading: Reading, component: string): number =>
  named(reading, 'BEGIN').filter(({ value }) => value.toUpperCase() === component).length;

const only = (reading: Reading, name: string): string | undefined => {
  const [first, second] = inEvent(reading, name);
  return second === undefined ? first?.value : undefined;
};

const parameter = (line: ContentLine | undefined, wanted: string): boolean =>
  `${line?.parameters ?? ''};`.includes(`;${wanted};`);

// RFC 5546 §3.2.2: whoever has answered is not asked again.
const answerIn = (line: ContentLine | undefined): readonly string[] =>
  parameter(line, 'PARTSTAT=NEEDS-ACTION') || line?.parameters.includes('PARTSTAT') !== true
    ? ['PARTSTAT=NEEDS-ACTION', 'RSVP=TRUE']
    : [];

// Only the scheme may be in capitals; the address is compared as it was typed.
const mailboxIn = (uri = ''): string => uri.replace(/^mailto:/i, '');

const endsWithAlarm = ({ lines }: Reading): boolean => {
  const end = lines.findIndex(({ name, value }) => name === 'END' && value === 'VEVENT');
  return lines[end - 1]?.name === 'END' && lines[end - 1]?.value === 'VALARM';
};

const required = ['DTSTAMP', 'DTSTART', 'DTEND', 'ORGANIZER', 'ATTENDEE', 'SUMMARY', 'UID', 'SEQUENCE'];
const anotherTime = ['RRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'];

// Each rule is something that a calendar in use gets wrong or refuses; see RFC 5545, 5546 and 6047.
const rules: readonly CalendarRule[] = [
  {
    rule: 'wholeCalendar',
    sentence: 'The text is not one VCALENDAR from first line to last.',
    holds: ({ text, lines }) =>
      text.startsWith('BEGIN:VCALENDAR\r\n') && text.endsWith('END:VCALENDAR\r\n') && lines.every(({ name }) => name),
  },
  {
    rule: 'versionAndProduct',
    sentence: 'VERSION:2.0 and one PRODID are required.',
    holds: (r) =>
      named(r, 'VERSION').length === 1 && named(r, 'VERSION')[0]?.value === '2.0' && named(r, 'PRODID').length === 1,
  },
  {
    rule: 'lineEnds',
    sentence: 'Every line ends in CR LF.',
    holds: ({ text }) => !/(?<!\r)\n|\r(?!\n)/.test(text),
  },
  {
    rule: 'lineLength',
    sentence: 'A line is longer than 75 octets.',
    holds: ({ text }) => text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
  },
  {
    rule: 'noControlCharacters',
    sentence: 'A control character stands in a line.',
    holds: ({ text }) => !/[\p{Cc}]/u.test(text.replace(/\r\n/g, '')),
  },
  {
    rule: 'oneMethod',
    sentence: 'There is exactly one METHOD, on the calendar and not in the event.',
    holds: (r) => named(r, 'METHOD').length === 1 && named(r, 'METHOD')[0]?.component === 'VCALENDAR',
  },
  {
    rule: 'methodAsMail',
    sentence: 'METHOD differs from the one the mail carries.',
    holds: (r) => named(r, 'METHOD').every(({ value }) => value === r.expected.method),
  },
  { rule: 'oneEvent', sentence: 'There is exactly one VEVENT.', holds: (r) => begins(r, 'VEVENT') === 1 },
  {
    rule: 'onlyEvents',
    sentence: 'Something else than one event and its alarm stands in the calendar.',
    holds: (r) =>
      named(r, 'BEGIN').every(({ value }) => ['VCALENDAR', 'VEVENT', 'VALARM'].includes(value.toUpperCase())),
  },
  {
    rule: 'requiredProperties',
    sentence: 'A property that the method requires is missing or empty, or stands twice.',
    holds: (r) => required.every((name) => (only(r, name) ?? '') !== ''),
  },
  {
    rule: 'utcTimes',
    sentence: 'DTSTAMP, DTSTART and DTEND are UTC times, without TZID.',
    holds: (r) =>
      ['DTSTAMP', 'DTSTART', 'DTEND'].every((name) =>
        inEvent(r, name).every(({ value, parameters }) => utc.test(value) && parameters === ''),
      ),
  },
  {
    rule: 'endsAfterStart',
    sentence: 'DTEND is not after DTSTART.',
    holds: (r) => (only(r, 'DTSTART') ?? '') < (only(r, 'DTEND') ?? ''),
  },
  {
    rule: 'noTimeZones',
    sentence: 'A TZID or VTIMEZONE is named.',
    holds: (r) =>
      begins(r, 'VTIMEZONE') === 0 &&
      r.lines.every(({ name, parameters }) => !/TZID|TIMEZONE/.test(name) && !/;TZID=/i.test(parameters)),
  },
  {
    rule: 'noRecurrence',
    sentence: 'An event happens once: no RRULE, RDATE, EXDATE or RECURRENCE-ID.',
    holds: ({ lines }) => !lines.some(({ name }) => anotherTime.includes(name)),
  },
  {
    rule: 'oneAttendee',
    sentence: 'There is exactly one ATTENDEE in the whole calendar.',
    holds: (r) => named(r, 'ATTENDEE').length === 1,
  },
  {
    rule: 'attendeeIsRecipient',
    sentence: 'ATTENDEE is not the recipient, byte for byte.',
    holds: (r) => mailboxIn(only(r, 'ATTENDEE')) === r.expected.attendee,
  },
  {
    rule: 'attendeeAsked',
    sentence: 'In a request the attendee is an individual, required, and asked for an answer until there is one.',
    holds: (r) =>
      r.expected.method !== 'REQUEST' ||
      ['CUTYPE=INDIVIDUAL', 'ROLE=REQ-PARTICIPANT', ...answerIn(inEvent(r, 'ATTENDEE')[0])].every((wanted) =>
        parameter(inEvent(r, 'ATTENDEE')[0], wanted),
      ),
  },
  {
    rule: 'organizerIsSender',
    sentence: 'ORGANIZER is not the sender, byte for byte.',
    holds: (r) => mailboxIn(only(r, 'ORGANIZER')) === r.expected.organizer,
  },
  {
    rule: 'wholeSequence',
    sentence: 'SEQUENCE is not a whole number.',
    holds: (r) => /^\d+$/.test(only(r, 'SEQUENCE') ?? ''),
  },
  {
    rule: 'statusAsMethod',
    sentence: 'A cancellation is CANCELLED and raises SEQUENCE above 0; a request is CONFIRMED.',
    holds: (r) =>
      r.expected.method === 'CANCEL'
        ? only(r, 'STATUS') === 'CANCELLED' && Number(only(r, 'SEQUENCE')) > 0
        : only(r, 'STATUS') === 'CONFIRMED',
  },
  { rule: 'private', sentence: 'CLASS is not PRIVATE.', holds: (r) => only(r, 'CLASS') === 'PRIVATE' },
  { rule: 'takesTime', sentence: 'TRANSP is not OPAQUE.', holds: (r) => only(r, 'TRANSP') === 'OPAQUE' },
  {
    rule: 'alarmLast',
    sentence: 'There is at most one alarm, as the last thing in the event.',
    holds: (r) => begins(r, 'VALARM') === 0 || (begins(r, 'VALARM') === 1 && endsWithAlarm(r)),
  },
  {
    rule: 'alarmWithoutAttendee',
    sentence: 'An alarm names an attendee.',
    holds: (r) => named(r, 'ATTENDEE').every(({ component }) => component !== 'VALARM'),
  },
  {
    rule: 'plainDescription',
    sentence: 'The description stands once, as plain text only.',
    holds: (r) => named(r, 'X-ALT-DESC').length === 0 && inEvent(r, 'DESCRIPTION').length <= 1,
  },
];

/** The rules the calendar text breaks; empty when it may leave. */
export function lintCalendar(text: string, expected: CalendarExpectation): readonly CalendarFinding[] {
  const lines = contentLines(text);
  const reading: Reading = { text, lines, byName: sortedByName(lines), expected };
  return rules.filter(({ holds }) => !holds(reading)).map(({ rule, sentence }) => ({ rule, sentence }));
}

function sortedByName(lines: readonly ContentLine[]): ReadonlyMap<string, readonly ContentLine[]> {
  const byName = new Map<string, ContentLine[]>();
  for (const line of lines) byName.set(line.name, [...(byName.get(line.name) ?? []), line]);
  return byName;
}
