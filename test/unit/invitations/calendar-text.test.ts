import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CalendarEvent } from '../../../src/invitations/domain/calendar-event';
import { endOf, startOf } from '../../../src/invitations/domain/called-meeting';
import { icalText } from '../../../src/invitations/ical/ical-text';
import { lintCalendar } from '../../../src/invitations/ical/lint';
import { Instant } from '../../../src/kernel/instant';
import { aMeeting, anEvent, anInvitation, aRecipient, expected } from '../../support/calls';
import { hasPythonReaders, readByIcalJs, readByPython } from '../../support/calendar-readers';
import { whenPresent } from '../../support/needs';
import { wednesdays } from '../../support/year-of-mails';

const later = Instant.of('2027-01-11T09:00:00Z');
const routes = [
  aRecipient(),
  aRecipient({ language: 'en' }),
  aRecipient({ protection: 'protected' }),
  aRecipient({ protection: 'protected', language: 'en' }),
];

describe('the calendar text of a call', () => {
  it('breaks no rule, on either route and in either language', () => {
    const findings = routes.flatMap((recipient) => lintCalendar(icalText(anEvent({ recipient })), expected()));

    expect(findings).toEqual([]);
  });

  it('B9, B13: has its times in UTC and names no time zone', () => {
    const text = icalText(anEvent());

    expect(text).toContain('\r\nDTSTART:20270414T110000Z\r\nDTEND:20270414T120000Z\r\n');
    expect(text).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/);
  });

  it('B14: holds one event with one UID and one ATTENDEE', () => {
    const seen = readByIcalJs(icalText(anEvent()));

    expect(seen).toMatchObject({ events: 1, uid: aMeeting().uid, attendees: ['MAILTO:eva.lund@post.example'] });
  });

  it('B30, B36: names the recipient exactly as the address was typed', () => {
    const recipient = aRecipient({ address: "Eva.O'Lund+moten@Post.EXAMPLE" });

    const mail = anInvitation({ recipient });

    expect(mail.envelope.to).toBe("Eva.O'Lund+moten@Post.EXAMPLE");
    expect(mail.calendar?.text.replace(/\r\n /g, '')).toContain(`:MAILTO:${mail.envelope.to}\r\n`);
  });

  it('ends with the line end that RFC 5545 asks for', () => {
    expect(icalText(anEvent()).endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('folds long lines by octets and never inside a letter', () => {
    const meeting = aMeeting({ title: 'Åäö'.repeat(60) });

    const text = icalText(anEvent({ meeting }));

    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(readByIcalJs(text).summary).toBe('Åäö'.repeat(60));
  });
});

describe('the cancellation of a call', () => {
  const cancelled = anEvent().cancelled(later);
  const seen = readByIcalJs(icalText(cancelled));

  it('B5, B19: is a CANCEL with status CANCELLED', () => {
    expect(seen).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
    expect(lintCalendar(icalText(cancelled), expected('CANCEL'))).toEqual([]);
  });

  it('B18: has the same UID, ORGANIZER and ATTENDEE as the request', () => {
    const { uid, organizer, attendees } = readByIcalJs(icalText(anEvent()));

    expect(seen).toMatchObject({ uid, organizer, attendees });
  });

  it('B20, B22: raises SEQUENCE by one', () => {
    const meeting = aMeeting({ sequence: 3 });

    expect(readByIcalJs(icalText(anEvent({ meeting }).cancelled(later))).sequence).toBe(4);
  });

  it('has a new DTSTAMP', () => {
    expect(icalText(cancelled)).toContain('\r\nDTSTAMP:20270111T090000Z\r\n');
  });

  it('B7: names nobody but the recipient', () => {
    expect(icalText(cancelled).match(/[^\s:;]+@[^\s]+/g)).toEqual([aMeeting().replyAddress, aRecipient().address]);
  });
});

describe('an event that cannot be', () => {
  it('is refused when it ends before it starts', () => {
    const { fields } = anEvent();

    expect(() => CalendarEvent.of({ ...fields, end: fields.start })).toThrow('meetingEndsBeforeItStarts');
  });

  it('is refused with a SEQUENCE below 0', () => {
    expect(() => anEvent({ meeting: aMeeting({ sequence: -1 }) })).toThrow('sequenceNotWhole');
  });

  it('is refused in the hour that a change of the clocks skips or repeats', () => {
    const skipped = aMeeting({ day: '2027-03-28', start: '02:30' });
    const repeated = aMeeting({ day: '2027-10-31', start: '02:30' });

    expect(() => startOf(skipped)).toThrow('wallTimeOnChangeOfClocks');
    expect(() => startOf(repeated)).toThrow('wallTimeOnChangeOfClocks');
  });
});

describe('a meeting at 18.00 every week of a year', () => {
  const stockholm = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  });

  it('B12: says 18.00 in the text, and the same moment in the calendar', () => {
    for (const { iso } of wednesdays) {
      const meeting = aMeeting({ day: iso, start: '18:00' });
      const mail = anInvitation({ meeting });
      const { start, end } = readByIcalJs(mail.calendar?.text ?? '');

      expect(mail.text).toContain('klockan 18.00–19.00');
      expect(stockholm.format(new Date(start))).toBe(`${iso} 18:00`);
      expect(stockholm.format(new Date(end))).toBe(`${iso} 19:00`);
      expect(new Date(end)).toEqual(endOf(meeting).toDate());
    }
  });

  it('B10: has the same bytes wherever the server stands', () => {
    const bytesIn = (TZ: string): string => {
      const hook = join(__dirname, '../../support/typescript-hook.cjs');
      const script = join(__dirname, '../../support/year-of-mails.ts');
      return spawnSync(process.execPath, ['-r', hook, script], { env: { ...process.env, TZ }, encoding: 'utf8' })
        .stdout;
    };

    const [utc, ...others] = ['UTC', 'America/New_York', 'Asia/Tokyo'].map(bytesIn);

    expect(utc).toMatch(/^[0-9a-f]{64}$/);
    expect(others).toEqual([utc, utc]);
  });
});

describe('other programs', () => {
  const requests = routes.map((recipient) => icalText(anEvent({ recipient })));
  const cancels = routes.map((recipient) => icalText(anEvent({ recipient }).cancelled(later)));

  it('read each calendar with ical.js', () => {
    for (const text of requests)
      expect(readByIcalJs(text)).toMatchObject({ method: 'REQUEST', events: 1, start: '2027-04-14T11:00:00Z' });
  });

  whenPresent('python3-icalendar, python3-vobject and libical', hasPythonReaders, () => {
    it('read each calendar with python3-icalendar, python3-vobject and libical', () => {
      const seen = readByPython([...requests, ...cancels]);
      const event = { events: 1, start: '2027-04-14T11:00:00+00:00', errors: 0 };

      expect(seen).toHaveLength(8);
      for (const [index, { icalendar, vobject, libical }] of seen.entries()) {
        const method = index < 4 ? 'REQUEST' : 'CANCEL';
        const summary = index % 2 === 0 ? 'Möte' : 'Meeting';
        expect(icalendar).toEqual({ ...event, method, summary });
        expect(vobject).toEqual({ ...event, method, summary });
        expect(libical).toEqual({ valid: 1, errors: 0 });
      }
    });

    it('would be told by libical of a request without an organizer', () => {
      const broken = icalText(anEvent()).replace(/ORGANIZER[^\r]*\r\n/, '');

      expect(readByPython([broken])[0]?.libical.valid).toBe(0);
    });
  });
});
