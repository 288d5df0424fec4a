import { join } from 'node:path';
import { CalendarEvent, CalendarMethod } from '../../src/invitations/domain/calendar-event';
import { calendarOfCall } from '../../src/invitations/domain/calendar-of-call';
import { CalledMeeting } from '../../src/invitations/domain/called-meeting';
import { Mail } from '../../src/invitations/domain/mail';
import type { Call } from '../../src/invitations/domain/meeting-page';
import { MailWriter, Stamp } from '../../src/invitations/domain/mail-writer';
import { NeutralKnowledge } from '../../src/invitations/domain/neutral-knowledge';
import { Caller, Recipient } from '../../src/invitations/domain/recipient';
import { icalText } from '../../src/invitations/ical/ical-text';
import { CalendarExpectation } from '../../src/invitations/ical/lint';
import { readNeutralWords } from '../../src/invitations/neutral-words';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { idOf } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { MailTemplates } from '../../src/platform/mail/mail-templates';
import { Words } from '../../src/platform/web/words';

const root = join(__dirname, '..', '..');
const words = new Words(join(root, 'data', 'words'));
const neutralWords = readNeutralWords(join(root, 'data'));

export const templates = new MailTemplates(join(root, 'views', 'mail'));
const said = { sv: words.in('sv'), en: words.in('en') };

export const say = said.sv;
export const aWriter = (): MailWriter => new MailWriter((language) => said[language], templates, icalText);

export const aRecipient = (differing: Partial<Recipient> = {}): Recipient => ({
  personId: idOf('0b5b6f0e-4b7c-4d0e-9f53-0d5a4c1f7a01'),
  calledName: 'Eva',
  address: 'eva.lund@post.example',
  protection: 'open',
  language: 'sv',
  ...differing,
});

export const aCaller = (differing: Partial<Caller> = {}): Caller => ({
  firstName: 'Maria',
  fullName: 'Maria Nyström',
  workPhone: '070-174 06 05',
  ...differing,
});

const days = ['2027-01-13', '2027-02-10', '2027-03-10', '2027-04-14', '2027-06-16', '2027-08-18', '2027-11-17'];

/** The fourth of seven meetings: Wednesday 14 April 2027, 13.00–14.00, at Olle's home. */
export const aMeeting = (differing: Partial<CalledMeeting> & { day?: string; start?: string } = {}): CalledMeeting => {
  const { day = '2027-04-14', start = '13:00', ...rest } = differing;
  return {
    count: { number: 4, of: 7 },
    span: { day: CalendarDate.of(day), start: TimeOfDay.of(start), minutes: 60 },
    zone: 'Europe/Stockholm',
    place: { words: 'Hemma hos Olle, Björkgatan 12, Ekeby', isPublic: false, form: 'home' },
    title: '',
    agenda: [
      { title: 'Välkommen, vem leder', neutralTitle: 'Välkommen', minutes: 5, leader: 'Olle' },
      {
        title: 'Läget på kvalitetsstjärnan',
        neutralTitle: 'Hur det går',
        minutes: 15,
        leader: 'Maria Nyström',
        line: 'Vad har blivit bättre sedan sist?',
      },
      { title: 'Nytt från läkaren', neutralTitle: 'Nytt sedan sist', minutes: 10, leader: 'Anders Ek' },
      { title: 'Nästa möte', neutralTitle: 'Nästa möte', minutes: 30 },
    ],
    uid: '6f1b7a52-83a4-4c1e-9d0b-5c54a3a7e404',
    sequence: 0,
    replyAddress: 'svar+k3v9w2m7q5x1@moten.example',
    ...rest,
  };
};

export const aYear = (): [CalledMeeting, ...CalledMeeting[]] => {
  const uid = (index: number): string => `6f1b7a52-83a4-4c1e-9d0b-5c54a3a7e40${String(index)}`;
  const meetings = days.map((day, index) => aMeeting({ day, count: { number: index + 1, of: 7 }, uid: uid(index) }));
  const [first = aMeeting(), ...later] = meetings;
  return [first, ...later];
};

export const aCall = (differing: Partial<Call> = {}): Call => ({
  purpose: { kind: 'invitation' },
  recipient: aRecipient(),
  caller: aCaller(),
  meeting: aMeeting(),
  links,
  answer: null,
  ...differing,
});

export const anInvitation = ({ recipient = aRecipient(), meeting = aMeeting(), stamp = aStamp() } = {}): Mail =>
  aWriter().meetingMail(aCall({ recipient, meeting }), stamp);

export const anOverview = ({ recipient = aRecipient(), meetings = aYear(), stamp = aStamp() } = {}): Mail =>
  aWriter().overviewMail(
    { kind: 'overview', recipient, caller: aCaller(), meetings, links, replyAddress: overviewReply },
    stamp,
  );

export const anEvent = ({ recipient = aRecipient(), meeting = aMeeting() } = {}): CalendarEvent =>
  calendarOfCall(aCall({ recipient, meeting }), aStamp().date, said[recipient.language]);

/** What the mail around the example's calendar says. */
export const expected = (method: CalendarMethod = 'REQUEST'): CalendarExpectation => ({
  method,
  attendee: aRecipient().address,
  organizer: aMeeting().replyAddress,
});

export const links = {
  page: 'https://moten.example/m/qv7Yt2mLr0sXw4bNc8dKpA',
  privacy: 'https://moten.example/uppgifter',
};

export const aStamp = (differing: Partial<Stamp> = {}): Stamp => ({
  messageId: '<2f6d1f8e-63f5-4b34-8a3e-2b3f5f7f9b10@moten.example>',
  date: Instant.of('2026-12-01T08:30:00Z'),
  ...differing,
});

export const overviewReply = 'svar+h8s4t6z2c9p3@moten.example';

/** What the whole group is called, where Olle lives, and the words no open mail may hold. */
export const aKnowledge = (differing: Partial<NeutralKnowledge> = {}): NeutralKnowledge => ({
  protection: 'open',
  recipientAddress: aRecipient().address,
  serviceAddresses: [aMeeting().replyAddress, overviewReply],
  links: Object.values(links),
  allowedNames: ['Eva', 'Eva Lund', 'Maria', 'Maria Nyström'],
  forbiddenNames: ['Olle', 'Olof Lund', 'Anders Ek', 'Bo Karlsson', 'Fatima Haddad', 'Eva', 'Maria Nyström'],
  homeAddresses: ['Björkgatan 12, Ekeby', 'Åsvägen 3 B\n701 11 Örebro'],
  ...neutralWords,
  ...differing,
});
