import { Pattern } from '../../../src/availability/domain/pattern';
import type { CallLine } from '../../../src/invitations/domain/call-list';
import type { CallablePerson } from '../../../src/invitations/domain/callable';
import { letterPiece, letterTo } from '../../../src/invitations/domain/letter';
import { neutralCheck, neutralFindings } from '../../../src/invitations/domain/neutral-check';
import { type AskingLine, askingLines } from '../../../src/invitations/domain/pattern-asking';
import { stillRight } from '../../../src/invitations/domain/still-right';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import { Instant } from '../../../src/kernel/instant';
import { Delivery, type Message } from '../../../src/outbox/domain/delivery';
import { aPerson, byMail, everyYes, groupId, listFor } from '../../support/broker';
import { mailFindings } from '../../../src/invitations/mail.check';
import { compose } from '../../../src/platform/mail/compose';
import { aCaller, aKnowledge, aRecipient, aStamp, aWriter, links, overviewReply, say } from '../../support/calls';
import { anId } from '../../support/groups-builders';

const now = Instant.of('2027-03-01T08:00:00.000Z');
const days = (count: number): number => count * 24 * 60;
const eva = aPerson(1);

const thePattern = (answeredAt: Instant): Pattern =>
  new Pattern({
    ...{ organisationId: anId<'organisation'>(), personId: eva.personId, never: [], overruledAt: null, answeredAt },
    suits: [{ weekday: 1, part: 'morning' }],
  });

const theQuestion = (given: Partial<Message> = {}): Message => ({
  ...{ id: anId<'delivery'>(), organisationId: anId<'organisation'>(), groupId, meetingId: null },
  ...{ personId: eva.personId, channel: 'email', protection: 'open', kind: 'pattern', revision: 20270301 },
  ...{ sequence: null, tells: [], once: 'once', recipient: 'p1@post.example', envelopeFrom: '', messageId: '' },
  ...{ madeAt: now, position: 0, expiresAt: now.plusMinutes(days(60)) },
  ...given,
});

interface Given {
  readonly people?: readonly CallablePerson[];
  readonly lines?: readonly CallLine[];
  readonly patterns?: readonly Pattern[];
  readonly deliveries?: readonly Delivery[];
  readonly at?: Instant;
}

const asked = ({ people = [eva], patterns = [], deliveries = [], at = now, ...given }: Given) => {
  const { lines = listFor({ people, meetings: [] }) } = given;
  const putBefore = deliveries.map(({ message }) => message.once);
  const gathering = { lines, parts: { now: at, deliveries }, calling: { groupId, putBefore } };
  return askingLines(gathering, { patterns, zone: 'Europe/Stockholm' });
};
const stateOf = (given: Given): AskingLine['state'] | undefined => asked(given)[0]?.state;

describe('Who is asked when it usually suits them', () => {
  it('is everybody of the circle, but not the one who asks nor a guest of one item', () => {
    const parts = ['service-user', 'coordinator', 'doctor', 'network', 'adjunct'] as const;
    const people = parts.map((part, at) => aPerson(at + 1, { part }));

    expect(asked({ people }).map(({ line }) => line.person.part)).toEqual(['service-user', 'doctor', 'network']);
  });

  it('gets one message that is about no meeting and has a name of its own day', () => {
    const [{ line } = { line: null }] = asked({});

    expect(line?.messages).toEqual([
      {
        ...{ kind: 'pattern', meetingId: null, revision: 20270301, news: [] },
        ...{ once: `${groupId}:${eva.personId}:20270301:pattern`, until: now.plusMinutes(days(60)) },
      },
    ]);
  });

  it.each(['approved', 'takePart', 'contact'] as const)('is nobody who lacks "%s"', (lack) => {
    const people = [aPerson(1, { standing: { ...everyYes, [lack]: false } })];

    expect(asked({ people }).map(({ state, line }) => [state, line.messages])).toEqual([['notReached', []]]);
  });

  it('is nobody who has left', () => {
    expect(asked({ people: [aPerson(1, { standing: { ...everyYes, member: false } })] })).toEqual([]);
  });

  it('is asked on paper, by phone or face to face too, and still without e-mail’s consent', () => {
    const standing = { ...everyYes, contact: false };
    const people = [
      aPerson(1, { standing, reach: { by: 'letter', address: 'Ängsvägen 3' } }),
      aPerson(2, { standing, reach: { by: 'phone', number: '070-174 06 05' } }),
      aPerson(3, { standing, reach: { by: 'none', why: 'protectedIdentity' } }),
    ];

    expect(asked({ people }).map(({ line, state }) => [line.way.by, state])).toEqual([
      ['letter', 'toAsk'],
      ['phone', 'toAsk'],
      ['inPerson', 'toAsk'],
    ]);
  });

  it('is not who has answered within half a year', () => {
    expect(stateOf({ patterns: [thePattern(now.plusMinutes(-days(179)))] })).toBe('answered');
    expect(stateOf({ patterns: [thePattern(now.plusMinutes(-days(180)))] })).toBe('toAsk');
  });

  it('is not who was asked within two weeks', () => {
    const deliveries = [Delivery.waiting(theQuestion())];

    expect(stateOf({ deliveries, at: now.plusMinutes(days(13)) })).toBe('asked');
    expect(stateOf({ deliveries, at: now.plusMinutes(days(14)) })).toBe('toAsk');
  });

  it('is asked anew, under another name, when the first question was stopped', () => {
    const first = theQuestion({ once: `${groupId}:${eva.personId}:20270301:pattern` });
    const [again] = asked({ deliveries: [Delivery.waiting(first).stopped('noConsent', now)] });

    expect(again?.line.messages[0]?.once).toBe(`${first.once}:2`);
  });
});

describe('The question, when its turn comes', () => {
  const holding = { reach: byMail('p1@post.example'), revision: null, tellsAgenda: true, letter: null } as const;
  const asked = (standing = everyYes) => stillRight(theQuestion(), { ...holding, standing, share: () => 'nothing' });

  it('goes before any meeting is booked', () => {
    expect(asked()).toBe('yes');
  });

  it.each([
    ['member', 'leftGroup'],
    ['approved', 'notApproved'],
    ['takePart', 'noConsent'],
    ['contact', 'noConsent'],
  ] as const)('never goes to somebody who lacks "%s" by then', (lack, why) => {
    expect(asked({ ...everyYes, [lack]: false })).toBe(why);
  });
});

describe('The question on paper', () => {
  const recipient = {
    ...{ personId: eva.personId, calledName: 'Gun', fullName: 'Gun Åkesson', language: 'sv' as const },
    address: 'Ängsvägen 3\n123 45 Ekeby',
  };
  const writtenOn = CalendarDate.of('2027-03-01');
  const message = { kind: 'pattern', news: [] } as const;
  const letter = letterTo({ recipient, caller: aCaller(), message, meetings: [], writtenOn }, say);

  it('asks, and says whom to phone; it has no dates, no place and no clock', () => {
    expect(letter).toMatchObject({ title: 'När brukar det passa dig?', callLead: 'Ring Maria och berätta:' });
    expect([letter.rows, letter.place, letter.clock, letter.now]).toEqual([[], '', '', '']);
  });

  it('is neutral', () => {
    const known = aKnowledge({ allowedNames: ['Gun', 'Gun Åkesson', 'Maria'] });

    expect(neutralFindings([letterPiece(letter)], known)).toEqual([]);
  });
});

describe('The question by e-mail', () => {
  it.each(['sv', 'en'] as const)('is neutral in "%s", to the bytes that leave', async (language) => {
    const recipient = aRecipient({ language });
    const mail = aWriter().patternMail({ recipient, caller: aCaller(), links, replyAddress: overviewReply }, aStamp());

    expect(await mailFindings(mail, compose(mail), neutralCheck(aKnowledge()))).toEqual([]);
    expect(mail.text).toContain(`${links.page}/pattern`);
    expect(mail.calendar).toBe(undefined);
  });
});
