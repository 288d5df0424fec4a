import { readBusy } from '../../src/availability/ical/read-busy';

/** A calendar as programs write it, of these lines. */
export const aCalendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Some Program//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');

export const anEvent = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:one@post.example', 'DTSTAMP:20261101T080000Z', ...lines, 'END:VEVENT'].join('\r\n');

const place = { zone: 'Europe/Stockholm', today: '2027-01-04' };

export const readText = (text: string, where = place) => readBusy(Buffer.from(text), where);

/** The busy times of a calendar of these parts, as `2027-01-12T09:00/2027-01-12T10:00`. */
export function busyIn(...parts: readonly string[]): readonly string[] {
  const reading = readText(aCalendar(...parts));
  if (reading.kind !== 'read') throw new Error(reading.why);
  return reading.busy.map(({ starts, ends }) => `${starts}/${ends}`);
}

/** A zone as Outlook writes it into a file, under a name of its own. */
export const declaredZone = (name: string): string =>
  [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n');
