import fc from 'fast-check';
import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';
import { plainLine, plainLines, unquoted } from '../../../src/invitations/domain/plain-text';
import { calendarFile, type FiledEvent } from '../../../src/invitations/ical/calendar-file';
import { Instant } from '../../../src/kernel/instant';

const stamp = Instant.of('2026-12-01T08:30:00Z');
const signs = fc.constantFrom('å', 'a', '\n', ',', ';', '\\', '"', '😀', '\r', ' ', '–', 'BEGIN:');
const typed = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: signs, maxLength: 200 }));

const anEvent = (texts: Pick<FiledEvent, 'summary' | 'description' | 'location'>): FiledEvent => ({
  ...{ uid: '6f1b7a52-83a4-4c1e-9d0b-5c54a3a7e404', sequence: 3, ...texts },
  ...{ start: Instant.of('2027-04-14T11:00:00Z'), end: Instant.of('2027-04-14T12:00:00Z') },
});

/** The same event by a library that many calendars have met. */
function byTheLibrary({ uid, sequence, start, end, summary, description, location }: FiledEvent): string {
  const calendar = ical({ prodId: '//Kretsen//Kretsen//SV', scale: 'GREGORIAN' });
  calendar.createEvent({
    ...{ id: uid, sequence, stamp: stamp.toDate(), start: start.toDate(), end: end.toDate() },
    summary: plainLine(unquoted(summary)),
    description: plainLines(unquoted(description)),
    location: plainLine(unquoted(location)),
    ...{ class: ICalEventClass.PRIVATE, transparency: ICalEventTransparency.OPAQUE },
  });
  return `${calendar.toString()}\r\n`;
}

it('a calendar is written byte for byte as a well-tried library writes it, whatever people typed', () => {
  fc.assert(
    fc.property(typed, typed, typed, (summary, description, location) => {
      const event = anEvent({ summary, description, location });

      expect(calendarFile([event], stamp)).toBe(byTheLibrary(event));
    }),
    { numRuns: 500 },
  );
});
