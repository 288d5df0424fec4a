import { contentLines } from '../../../src/invitations/ical/content-lines';
import { type FedEvent, feedText } from '../../../src/invitations/ical/feed-text';
import { Instant } from '../../../src/kernel/instant';
import { hasPythonReaders, readByIcalJs, readByPython } from '../../support/calendar-readers';
import { whenPresent } from '../../support/needs';

const stamp = Instant.of('2026-12-01T08:00:00.000Z');

const anEvent = (own: Partial<FedEvent> = {}): FedEvent => ({
  uid: 'abcdefghijklmnopqrstuvwxyz234567',
  sequence: 2,
  start: Instant.of('2027-04-14T11:00:00.000Z'),
  end: Instant.of('2027-04-14T12:00:00.000Z'),
  summary: 'Möte',
  description: 'Möte 3 av 7\nRing Maria: 070-174 06 05',
  location: 'enligt överenskommelse',
  isOff: false,
  ...own,
});

const aFeed = (events: readonly FedEvent[] = [anEvent()], name = 'Möten') => feedText({ name, events, stamp });

const valuesOf = (text: string, wanted: string): readonly string[] =>
  contentLines(text)
    .filter(({ name }) => name === wanted)
    .map(({ value }) => value);

describe('The feed a calendar fetches by itself', () => {
  it('names nobody and asks for no answer', () => {
    const names = contentLines(aFeed()).map(({ name }) => name);

    expect(names.filter((name) => ['METHOD', 'ORGANIZER', 'ATTENDEE'].includes(name))).toEqual([]);
  });

  it('has a neutral name, and asks to be fetched every fourth hour', () => {
    const head = aFeed().split('BEGIN:VEVENT')[0] ?? '';

    expect(head.split('\r\n').slice(4, 8)).toEqual([
      'NAME:Möten',
      'X-WR-CALNAME:Möten',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
    ]);
  });

  it('keeps a cancelled meeting, marked as that', () => {
    const text = aFeed([anEvent(), anEvent({ uid: 'off', isOff: true })]);

    expect(valuesOf(text, 'STATUS')).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('is read by ical.js, every meeting with its moment in UTC', () => {
    expect(readByIcalJs(aFeed([anEvent(), anEvent({ uid: 'other' })]))).toMatchObject({
      events: 2,
      attendees: [],
      uid: 'abcdefghijklmnopqrstuvwxyz234567',
      sequence: 2,
      start: '2027-04-14T11:00:00Z',
      end: '2027-04-14T12:00:00Z',
      summary: 'Möte',
    });
  });

  it('lets no text begin a line of its own', () => {
    const text = aFeed([anEvent({ location: 'Rum 3\r\nATTENDEE:mailto:evil@e.example' })], 'Möten\r\nMETHOD:REQUEST');

    expect([...valuesOf(text, 'ATTENDEE'), ...valuesOf(text, 'METHOD')]).toEqual([]);
  });

  whenPresent('python3-icalendar, python3-vobject and libical', hasPythonReaders, () => {
    it('is read without a fault by three independent readers', () => {
      const [seen] = readByPython([aFeed([anEvent(), anEvent({ uid: 'off', isOff: true, summary: 'Inställt möte' })])]);

      const read = { method: '', events: 2, summary: 'Möte', start: '2027-04-14T11:00:00+00:00', errors: 0 };
      expect(seen).toEqual({ icalendar: read, vobject: read, libical: { valid: 1, errors: 0 } });
    });
  });
});
