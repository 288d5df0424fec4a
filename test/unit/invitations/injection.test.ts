import fc from 'fast-check';
import { plainLine } from '../../../src/invitations/domain/plain-text';
import { lintCalendar } from '../../../src/invitations/ical/lint';
import { compose } from '../../../src/platform/mail/compose';
import { aCall, aCaller, aMeeting, aRecipient, aStamp, aWriter, expected, say } from '../../support/calls';
import { readByIcalJs } from '../../support/calendar-readers';
import { mimeTree, outline } from '../../support/mime-tree';

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\0',
        '"',
        '\\',
        '\\n',
        '{{',
        '}}',
        '{name}',
        ':',
        ';',
        ',',
        '=',
        '<b>',
        '\u2028',
      ),
      fc.constantFrom('\u202e', '\u00ad', '\ud800', 'BEGIN:VEVENT', 'END:VCALENDAR', 'Bcc: b@x.example', 'åäö', '👩‍👧'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

// What the calendar may hold of a text: one line, no quotes, no backslashes.
const sanitised = (text: string): string => plainLine(text.replace(/["\\]/g, ''));

const callWith = ([title, name, place, item]: readonly [string, string, string, string]) =>
  aCall({
    recipient: aRecipient({ calledName: name, protection: 'protected' }),
    caller: aCaller({ fullName: name, workPhone: item }),
    meeting: aMeeting({
      title,
      place: { words: place, isPublic: false, form: 'office' },
      agenda: [{ title: item, neutralTitle: item, minutes: 10, leader: name, line: place }],
    }),
  });

const texts = fc.tuple(nasty, nasty, nasty, nasty);

describe('whatever people type', () => {
  it('B33: leaves a calendar that breaks no rule and has one event with the headline as one line', () => {
    fc.assert(
      fc.property(texts, (typed) => {
        const { calendar } = aWriter().meetingMail(callWith(typed), aStamp());
        const seen = readByIcalJs(calendar?.text ?? '');

        expect(lintCalendar(calendar?.text ?? '', expected())).toEqual([]);
        expect(seen.events).toBe(1);
        expect(seen.attendees).toHaveLength(1);
        expect(seen.summary).toBe(sanitised(typed[0]) || say('mail.title'));
      }),
      { numRuns: 300 },
    );
  });

  it('B33: adds no header and no part to the mail', () => {
    fc.assert(
      fc.property(texts, (typed) => {
        const tree = mimeTree(compose(aWriter().meetingMail(callWith(typed), aStamp())).toString('latin1'));

        expect(outline(tree)).toBe(
          'multipart/mixed [multipart/alternative [text/plain, text/html, text/calendar], application/ics]',
        );
        expect(tree.head.match(/^[\w-]+(?=:)/gm)).toEqual([
          ...['Auto-Submitted', 'X-Auto-Response-Suppress', 'From', 'To', 'Reply-To', 'Subject', 'Message-ID', 'Date'],
          ...['MIME-Version', 'Content-Type'],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('is never run as a template', () => {
    const mail = aWriter().meetingMail(callWith(['{{html}}', '{{subject}}', '{{#each x}}', '{{> layout}}']), aStamp());

    expect(mail.text).toContain('Hej {{subject}}!');
    expect(mail.html).toContain('Plats: {{#each x}}');
  });

  it('is never HTML', () => {
    const { html } = aWriter().meetingMail(callWith(['<b>', '<script>', '<img src=x>', '"><a>']), aStamp());

    expect(html).not.toMatch(/<script>|<img|"><a>/);
  });
});
