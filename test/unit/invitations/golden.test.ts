import { icalText } from '../../../src/invitations/ical/ical-text';
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

  it('has the same cancellation, byte for byte', () => {
    const cancelled = anEvent({ recipient }).cancelled(Instant.of('2027-01-11T09:00:00Z'));

    expectGolden(`cancellation-${protection}-${language}.ics`, Buffer.from(icalText(cancelled)));
  });
});
