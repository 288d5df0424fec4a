import { icalText } from '../../../src/invitations/ical/ical-text';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import { Instant } from '../../../src/kernel/instant';
import { compose } from '../../../src/platform/mail/compose';
import {
  aCaller,
  aYear,
  links,
  overviewReply,
  aCall,
  aMeeting,
  anEvent,
  anInvitation,
  anOverview,
  aRecipient,
  aStamp,
  aWriter,
} from '../../support/calls';
import type { Purpose } from '../../../src/invitations/domain/meeting-page';
import { expectGolden } from '../../support/golden';

const routes = (['open', 'protected'] as const).flatMap((protection) =>
  (['sv', 'en'] as const).map((language) => ({ protection, language })),
);

const was = aMeeting({ day: '2027-04-07', start: '10:00' });
const elsewhere = aMeeting({ place: { words: 'Stadshuset, rum 2', isPublic: true, form: 'office' } });

const laterMails: readonly { readonly name: string; readonly purpose: Purpose }[] = [
  { name: 'moved', purpose: { kind: 'change', was, asksAgain: true } },
  { name: 'elsewhere', purpose: { kind: 'change', was: elsewhere, asksAgain: false } },
  { name: 'called-off', purpose: { kind: 'cancellation', was: aMeeting(), why: 'calledOff' } },
  { name: 'goodbye', purpose: { kind: 'cancellation', was: aMeeting(), why: 'noLongerCalled' } },
  { name: 'call', purpose: { kind: 'call' } },
  { name: 'reminder', purpose: { kind: 'reminder', days: 7 } },
];

const anExpert = { calledName: 'Karin', address: 'karin.holm@myndigheten.example' };
const ownItem = {
  title: 'Så funkar stöd hemma',
  neutralTitle: 'Frågor till en gäst',
  minutes: 20,
  leader: 'Karin Holm',
};
const atStart = (start: string, sequence: number) => {
  const { span } = aMeeting({ start });
  return aMeeting({ span: { ...span, minutes: 20 }, count: null, agenda: [ownItem], sequence });
};
const guestMails: readonly { readonly name: string; readonly purpose: Purpose; readonly sequence: number }[] = [
  { name: 'invitation', purpose: { kind: 'invitation' }, sequence: 0 },
  { name: 'moved', purpose: { kind: 'change', was: atStart('13:10', 0), asksAgain: true }, sequence: 1 },
  { name: 'not-invited', purpose: { kind: 'cancellation', was: atStart('13:10', 0), why: 'notInvited' }, sequence: 2 },
];

describe.each(routes)('a mail on a route that is $protection, in $language', ({ protection, language }) => {
  const recipient = aRecipient({ protection, language });

  it('is the same invitation, byte for byte', () => {
    expectGolden(`invitation-${protection}-${language}.eml`, compose(anInvitation({ recipient })));
  });

  it('is the same overview, byte for byte', () => {
    expectGolden(`overview-${protection}-${language}.eml`, compose(anOverview({ recipient })));
  });

  it('is the same note of a new contact person, byte for byte', () => {
    const year = {
      kind: 'handover',
      recipient,
      caller: aCaller({ firstName: 'Karin', fullName: 'Karin Holm' }),
    } as const;
    const mail = aWriter().overviewMail({ ...year, meetings: aYear(), links, replyAddress: overviewReply }, aStamp());

    expectGolden(`handover-${protection}-${language}.eml`, compose(mail));
  });

  it.each(laterMails)('says the same of what is $name, byte for byte', ({ name, purpose }) => {
    const call = aCall({
      purpose,
      recipient,
      meeting: aMeeting({ sequence: 1 }),
      answer: name === 'call' ? 'yes' : null,
    });
    const gone = { ...call, links: { page: '' } };

    const mail = aWriter().meetingMail(name === 'goodbye' ? gone : call, aStamp());

    expectGolden(`${name}-${protection}-${language}.eml`, compose(mail));
  });

  it.each(guestMails)('says the same to a guest of one item: $name, byte for byte', ({ name, purpose, sequence }) => {
    const call = aCall({ purpose, recipient: { ...recipient, ...anExpert }, meeting: atStart('13:20', sequence) });
    const away = { ...call, meeting: atStart('13:10', sequence), links: { page: '' } };

    const mail = aWriter().meetingMail(name === 'not-invited' ? away : call, aStamp());

    expectGolden(`guest-${name}-${protection}-${language}.eml`, compose(mail));
  });

  it('is the same reminder of something to do, byte for byte', () => {
    const reminding = { recipient, caller: aCaller(), links, by: CalendarDate.of('2027-04-14') };
    const replyAddress = overviewReply;

    for (const [name, count] of Object.entries({ 'task-reminder': 1, 'tasks-reminder': 2 }))
      expectGolden(
        `${name}-${protection}-${language}.eml`,
        compose(aWriter().taskMail({ ...reminding, count, replyAddress }, aStamp())),
      );
  });

  it('is the same question when it usually suits, byte for byte', () => {
    const mail = aWriter().patternMail({ recipient, caller: aCaller(), links, replyAddress: overviewReply }, aStamp());

    expectGolden(`pattern-${protection}-${language}.eml`, compose(mail));
  });

  it('has the same cancellation, byte for byte', () => {
    const cancelled = anEvent({ recipient }).cancelled(Instant.of('2027-01-11T09:00:00Z'));

    expectGolden(`cancellation-${protection}-${language}.ics`, Buffer.from(icalText(cancelled)));
  });
});
