import { type Holding, stillRight } from '../../../src/invitations/domain/still-right';
import { isSameCopy } from '../../../src/invitations/domain/told-copy';
import type { Share } from '../../../src/invitations/domain/own-appointment';
import { Instant } from '../../../src/kernel/instant';
import type { Message, MeetingTelling } from '../../../src/outbox/domain/delivery';
import { aMeeting, aPerson, byMail, everyYes, groupId, now } from '../../support/broker';
import { anId } from '../../support/groups-builders';
import { aReleasedLine } from '../../support/released-lines';

const { id: meetingId } = aMeeting(1);
const slice = { offset: 20, minutes: 20 };
const telling: MeetingTelling = { meetingId, revision: 1, sequence: 0, isOff: false, slice, release: null };

const aMessage = (given: Partial<Message> = {}): Message => ({
  ...{ id: anId<'delivery'>(), organisationId: anId<'organisation'>(), groupId, meetingId },
  ...{ personId: aPerson(9).personId, channel: 'email', protection: 'open', kind: 'invitation', revision: 1 },
  ...{ sequence: 0, tells: [telling], once: 'once', recipient: 'p9@post.example', envelopeFrom: '', messageId: '' },
  ...{ madeAt: now, position: 0, expiresAt: Instant.of('2027-01-14T12:00:00Z') },
  ...given,
});
const holding = (share: Share, given: Partial<Holding> = {}): Holding => ({
  ...{
    standing: everyYes,
    reach: byMail('p9@post.example'),
    revision: 1,
    share: () => share,
    tellsAgenda: true,
    letter: null,
  },
  ...given,
});

describe('A message to a guest, when its turn comes', () => {
  it('goes while their part is the one it tells of', () => {
    expect(stillRight(aMessage(), holding(slice))).toBe('yes');
  });

  it.each([
    ['moved', { offset: 40, minutes: 20 }],
    ['become shorter', { offset: 20, minutes: 10 }],
    ['gone', 'nothing'],
    ['become the whole meeting', 'whole'],
  ] as const)('is stopped once their part has %s', (_, share) => {
    expect(stillRight(aMessage(), holding(share))).toBe('changed');
    expect(stillRight(aMessage({ kind: 'reminder', sequence: null }), holding(share))).toBe('changed');
  });

  it('is a cancellation that goes while they are invited to nothing, and not once they are again', () => {
    const off = aMessage({ kind: 'cancellation', tells: [{ ...telling, isOff: true, slice: null }] });

    expect(stillRight(off, holding('nothing'))).toBe('yes');
    expect(stillRight(off, holding(slice))).toBe('changed');
  });

  it('is a letter that says both where to come and where not to', () => {
    const away = { ...telling, meetingId: aMeeting(2).id, isOff: true, slice: null };
    const letter = aMessage({ meetingId: null, kind: 'change', tells: [telling, away] });
    const shares = (second: Share) => (id: typeof meetingId) => (id === meetingId ? slice : second);

    expect(stillRight(letter, holding(slice, { share: shares('nothing') }))).toBe('yes');
    expect(stillRight(letter, holding(slice, { share: shares(slice) }))).toBe('changed');
  });
});

describe('A message that tells of an agenda, when its turn comes', () => {
  it('is stopped once the agenda tells its reader something else', () => {
    expect(stillRight(aMessage(), holding(slice, { tellsAgenda: false }))).toBe('changed');
  });

  it('tells the same while what its route and its reader may have is the same', () => {
    const { personId } = aPerson(9);
    const before = aReleasedLine({ title: 'Pengar', neutralTitle: 'Ekonomi' });
    const narrower = aReleasedLine({ ...before, readership: { audience: 'trio', named: [] } });
    const otherTitle = aReleasedLine({ ...before, title: 'Skulder' });
    const to = (protection: 'open' | 'protected', part: 'network' | 'doctor' = 'network') => ({
      ...{ reader: { personId, part }, protection },
    });

    expect(isSameCopy([before], [narrower], to('open'))).toBe(false);
    expect(isSameCopy([before], [narrower], to('open', 'doctor'))).toBe(true);
    expect(isSameCopy([before], [otherTitle], to('open'))).toBe(true);
    expect(isSameCopy([before], [otherTitle], to('protected'))).toBe(false);
  });

  it('tells a guest something else once their item is exchanged for another of the same length', () => {
    const { personId } = aPerson(9);
    const mine = aReleasedLine({ neutralTitle: 'Stöd', guest: personId });
    const other = aReleasedLine({ neutralTitle: 'Boende', guest: personId });

    expect(isSameCopy([mine], [other], { reader: { personId, part: 'adjunct' }, protection: 'open' })).toBe(false);
  });
});

describe('A reminder of something to do', () => {
  const reminder = aMessage({ meetingId: null, kind: 'taskReminder', revision: 20270414, sequence: null, tells: [] });

  it('goes whatever becomes of the meetings', () => {
    expect(stillRight(reminder, holding('nothing', { revision: null }))).toBe('yes');
  });

  it.each([
    ['member', 'leftGroup'],
    ['approved', 'notApproved'],
    ['takePart', 'noConsent'],
    ['contact', 'noConsent'],
  ] as const)('never goes to somebody who lacks "%s"', (lack, why) => {
    expect(stillRight(reminder, holding('whole', { standing: { ...everyYes, [lack]: false } }))).toBe(why);
  });
});
