import { Instant } from '../../kernel/instant';
import type { ComposableMail } from '../../platform/mail/compose';

const crlf = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('');

/** Invitations of the usual size to invented people. */
export function sampleMails(count: number): readonly ComposableMail[] {
  return Array.from({ length: count }, (_, number) => sampleMail(String(number)));
}

function sampleMail(number: string): ComposableMail {
  const replyAddress = `svar+${number.padStart(32, 'a')}@kretsen.example`;
  const address = `person${number}@post.example`;
  return {
    from: { name: 'Mötessamordning', address: replyAddress },
    to: { name: 'Maj', address },
    envelope: { from: replyAddress, to: address },
    subject: 'Kallelse till möte 14 april kl. 13.00',
    text: 'Hej Maj! Du är varmt välkommen till ett möte onsdag 14 april 2027 klockan 13.00.\n'.repeat(12),
    html: `<!doctype html><html lang="sv"><body>${'<p style="margin:0 0 16px">Du är välkommen.</p>'.repeat(90)}</body></html>`,
    calendar: { method: 'REQUEST', text: sampleCalendar(number, replyAddress, address) },
    messageId: `<${number}@kretsen.example>`,
    date: Instant.of('2027-03-31T09:00:00Z'),
  };
}

const sampleCalendar = (uid: string, organizer: string, attendee: string): string =>
  crlf([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kretsen//sample//SV', 'METHOD:REQUEST', 'BEGIN:VEVENT'],
    ...[`UID:${uid}`, 'SEQUENCE:0', 'DTSTAMP:20270331T090000Z', 'DTSTART:20270414T110000Z', 'DTEND:20270414T120000Z'],
    ...['SUMMARY:Möte', ...Array<string>(16).fill('X-SAMPLE:Du är varmt välkommen till ett möte.')],
    ...[`ORGANIZER:mailto:${organizer}`, `ATTENDEE;RSVP=TRUE:mailto:${attendee}`, 'END:VEVENT', 'END:VCALENDAR'],
  ]);
