import { calendarFile } from '../../../src/invitations/ical/calendar-file';
import { contentLines } from '../../../src/invitations/ical/content-lines';
import { Instant } from '../../../src/kernel/instant';
import { readByIcalJs } from '../../support/calendar-readers';

const stamp = Instant.of('2026-12-01T08:00:00.000Z');

const anEvent = (own: object = {}) => ({
  uid: '6f1b7a52-83a4-4c1e-9d0b-5c54a3a7e404',
  sequence: 2,
  start: Instant.of('2027-04-14T11:00:00.000Z'),
  end: Instant.of('2027-04-14T12:00:00.000Z'),
  summary: 'Möte',
  description: 'Möte 3 av 7\nRing Maria: 070-174 06 05',
  location: 'enligt överenskommelse',
  ...own,
});

describe('The calendar file a person fetches', () => {
  it('asks for no answer: it has no METHOD, ORGANIZER or ATTENDEE', () => {
    const names = contentLines(calendarFile([anEvent()], stamp)).map(({ name }) => name);

    expect(names.filter((name) => ['METHOD', 'ORGANIZER', 'ATTENDEE'].includes(name))).toEqual([]);
  });

  it('keeps the invitation’s own name and number, so that no calendar shows the meeting twice', () => {
    const lines = contentLines(calendarFile([anEvent()], stamp));

    expect(lines.find(({ name }) => name === 'UID')?.value).toBe('6f1b7a52-83a4-4c1e-9d0b-5c54a3a7e404');
    expect(lines.find(({ name }) => name === 'SEQUENCE')?.value).toBe('2');
  });

  it('is read by ical.js, every meeting with its moment in UTC', () => {
    const text = calendarFile([anEvent(), anEvent({ uid: 'other' })], stamp);

    expect(readByIcalJs(text)).toMatchObject({
      events: 2,
      attendees: [],
      start: '2027-04-14T11:00:00Z',
      end: '2027-04-14T12:00:00Z',
      summary: 'Möte',
    });
  });

  it('ends its last line, and lets no text begin a line of its own', () => {
    const text = calendarFile(
      [anEvent({ location: 'Rum 3\r\nATTENDEE:mailto:evil@e.example', summary: 'M"ö\\te' })],
      stamp,
    );

    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(contentLines(text).filter(({ name }) => name === 'ATTENDEE')).toEqual([]);
  });
});
