import { icalText } from '../../../src/invitations/ical/ical-text';
import { lintCalendar } from '../../../src/invitations/ical/lint';
import { anEvent, aStamp, expected } from '../../support/calls';

const good = icalText(anEvent());
const rulesBroken = (text: string, method: 'REQUEST' | 'CANCEL' = 'REQUEST'): string[] =>
  lintCalendar(text, expected(method)).map(({ rule }) => rule);

const within = (line: string): string => good.replace('END:VEVENT', `${line}\r\nEND:VEVENT`);
const alarm = 'BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1H\r\nEND:VALARM';
const attendee = 'ATTENDEE;CN="Bo":mailto:bo@post.example';

describe('the check of a calendar before it leaves', () => {
  it.each([
    ['B16: text without BEGIN:VCALENDAR', good.replace('BEGIN:VCALENDAR\r\n', ''), 'wholeCalendar'],
    ['text cut off at the end', good.slice(0, -2), 'wholeCalendar'],
    ['a line that is no property', within('and so on'), 'wholeCalendar'],
    ['a calendar without its version', good.replace('VERSION:2.0\r\n', ''), 'versionAndProduct'],
    ['bare line feeds', good.replace('\r\nSUMMARY', '\nSUMMARY'), 'lineEnds'],
    ['a line of 76 octets', within(`COMMENT:${'x'.repeat(68)}`), 'lineLength'],
    ['a NUL', good.replace('Möte', 'Mö\0te'), 'noControlCharacters'],
    ['no METHOD', good.replace('METHOD:REQUEST\r\n', ''), 'oneMethod'],
    ['B35: METHOD inside the event', within('METHOD:REQUEST'), 'oneMethod'],
    ['B36: a method other than the mail says', good.replace('METHOD:REQUEST', 'METHOD:PUBLISH'), 'methodAsMail'],
    ['B14: two events', good.replace('END:VEVENT', 'END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT'), 'oneEvent'],
    ['a to-do beside the event', good.replace('END:VEVENT', 'END:VEVENT\r\nBEGIN:VTODO\r\nEND:VTODO'), 'onlyEvents'],
    ['no UID', good.replace(/UID:[^\r]*\r\n/, ''), 'requiredProperties'],
    ['two UIDs', within('UID:another'), 'requiredProperties'],
    ['B13: a floating start', good.replace('T110000Z', 'T110000'), 'utcTimes'],
    ['B10: a DTSTAMP in local time', good.replace('T083000Z', 'T083000'), 'utcTimes'],
    ['an end before the start', good.replace('T120000Z', 'T100000Z'), 'endsAfterStart'],
    ['B9: a TZID', good.replace('DTSTART:', 'DTSTART;TZID=Europe/Stockholm:'), 'noTimeZones'],
    ['a recurring event', within('RRULE:FREQ=MONTHLY'), 'noRecurrence'],
    ['B6: a second attendee', within(attendee), 'oneAttendee'],
    ['B30: another attendee', good.replace('eva.lund@', 'Eva.Lund@'), 'attendeeIsRecipient'],
    ['an attendee who is not asked', good.replace(/RSVP\r\n =TRUE/, 'RSVP=FALSE'), 'attendeeAsked'],
    ['another organizer', good.replace('svar+k3v9w2m7q5x1@', 'maria@'), 'organizerIsSender'],
    ['a SEQUENCE that is no number', good.replace('SEQUENCE:0', 'SEQUENCE:-1'), 'wholeSequence'],
    ['a request that is cancelled', good.replace('CONFIRMED', 'CANCELLED'), 'statusAsMethod'],
    ['an event that everybody sees', good.replace('CLASS:PRIVATE', 'CLASS:PUBLIC'), 'private'],
    ['an event that takes no time', good.replace('TRANSP:OPAQUE', 'TRANSP:TRANSPARENT'), 'takesTime'],
    ['B23: an alarm before the properties', good.replace('UID:', `${alarm}\r\nUID:`), 'alarmLast'],
    ['two alarms', within(`${alarm}\r\n${alarm}`), 'alarmLast'],
    [
      'B24: an attendee in an alarm',
      within(alarm.replace('END:VALARM', `${attendee}\r\nEND:VALARM`)),
      'alarmWithoutAttendee',
    ],
    ['a second description in HTML', within('X-ALT-DESC;FMTTYPE=text/html:<p>x</p>'), 'plainDescription'],
  ])('refuses %s', (_, text, rule) => {
    expect(text).not.toBe(good);
    expect(rulesBroken(text)).toContain(rule);
  });

  it('lets a single alarm stand at the end', () => {
    expect(rulesBroken(within(alarm))).toEqual([]);
  });

  it('B5: refuses a cancellation sent as a request', () => {
    expect(rulesBroken(good, 'CANCEL')).toEqual(expect.arrayContaining(['methodAsMail', 'statusAsMethod']));
  });

  it('B22: refuses a cancellation with the first SEQUENCE', () => {
    const cancel = icalText(anEvent().cancelled(aStamp().date)).replace('SEQUENCE:1', 'SEQUENCE:0');

    expect(rulesBroken(cancel, 'CANCEL')).toEqual(['statusAsMethod']);
  });

  it('reads a parameter that holds colons and semicolons', () => {
    expect(rulesBroken(good.replace('CN="Eva"', 'CN="E:v;a"'))).toEqual([]);
  });
});
