import { idOf } from '../../../src/kernel/identifiers';
import { Instant } from '../../../src/kernel/instant';
import type { Standing } from '../../../src/groups/domain/may-be-called';
import {
  callList,
  countsOf,
  type CallableMeeting,
  type CallablePerson,
  type Calling,
} from '../../../src/invitations/domain/call-list';
import { notReady } from '../../../src/invitations/domain/ready-to-send';

const uuid = (tail: number): string => `00000000-0000-4000-8000-${String(tail).padStart(12, '0')}`;
const groupId = idOf<'group'>(uuid(1));
const everyYes: Standing = { member: true, approved: true, contact: true, takePart: true };

function aPerson(number: number, own: Partial<CallablePerson> = {}): CallablePerson {
  return {
    personId: idOf<'person'>(uuid(100 + number)),
    part: 'network',
    calledName: `Person ${String(number)}`,
    fullName: `Person ${String(number)} Ek`,
    language: 'sv',
    standing: everyYes,
    reach: { by: 'email', address: `p${String(number)}@post.example`, protection: 'open' },
    ...own,
  };
}

function aMeeting(number: number, own: Partial<CallableMeeting> = {}): CallableMeeting {
  return {
    id: idOf<'meeting'>(uuid(200 + number)),
    number,
    revision: 0,
    startsAt: Instant.of(`2027-${String(number).padStart(2, '0')}-14T12:00:00.000Z`),
    isOff: false,
    isCalled: false,
    ...own,
  };
}

const now = Instant.of('2026-12-01T08:00:00.000Z');

const listFor = (own: Partial<Calling>) =>
  callList({ groupId, people: [aPerson(1)], meetings: [aMeeting(2), aMeeting(1)], now, putBefore: [], ...own });

describe('Who is told what', () => {
  it('gives somebody with e-mail one overview first, and then one invitation per meeting, soonest first', () => {
    const [line] = listFor({});

    expect(line?.messages.map(({ kind }) => kind)).toEqual(['overview', 'invitation', 'invitation']);
    expect(line?.messages.slice(1)).toMatchObject([{ meetingId: uuid(201) }, { meetingId: uuid(202) }]);
  });

  it.each([
    [{ by: 'letter', address: 'Storgatan 1\n123 45 Orten' }, 'letter'],
    [{ by: 'phone', number: '070-000 00 00' }, 'phone'],
    [{ by: 'none', why: 'protectedIdentity' }, 'inPerson'],
  ] as const)('tells the whole year at once to somebody reached by %j', (reach, by) => {
    const [line] = listFor({ people: [aPerson(1, { reach })] });

    expect(line?.way.by).toBe(by);
    expect(line?.messages.map(({ kind }) => kind)).toEqual(['overview']);
  });

  it('writes nothing to somebody who does not want it', () => {
    const [line] = listFor({ people: [aPerson(1, { reach: { by: 'none', why: 'doesNotWant' } })] });

    expect(line).toMatchObject({ way: { by: 'none', why: ['doesNotWant'] }, messages: [] });
  });

  it.each(['approved', 'takePart', 'contact', 'member'] as const)('mails nobody who lacks "%s"', (lack) => {
    const [line] = listFor({ people: [aPerson(1, { standing: { ...everyYes, [lack]: false } })] });

    expect(line?.way.by).toBe('none');
    expect(line?.messages).toEqual([]);
  });

  it('says everything that stands in the way, not only the first', () => {
    const standing = { ...everyYes, approved: false, contact: false };

    const [line] = listFor({ people: [aPerson(1, { standing })] });

    expect(line?.way).toEqual({ by: 'none', why: ['approval', 'contact'] });
  });

  it('needs no permission to e-mail for a letter', () => {
    const reach = { by: 'letter', address: 'Storgatan 1' } as const;

    const [line] = listFor({ people: [aPerson(1, { reach, standing: { ...everyYes, contact: false } })] });

    expect(line?.messages).toHaveLength(1);
  });

  it('says nothing face to face to somebody who was not approved', () => {
    const reach = { by: 'none', why: 'protectedIdentity' } as const;

    const [line] = listFor({ people: [aPerson(1, { reach, standing: { ...everyYes, approved: false } })] });

    expect(line?.way).toEqual({ by: 'none', why: ['approval'] });
  });

  it.each(['service-user', 'coordinator', 'doctor', 'network'] as const)('calls the %s like everybody else', (part) => {
    expect(listFor({ people: [aPerson(1, { part })] })[0]?.messages).toHaveLength(3);
  });

  it('records an adjunct and does not call them to whole meetings', () => {
    const [line] = listFor({ people: [aPerson(1, { part: 'adjunct' })] });

    expect(line).toMatchObject({ way: { by: 'none', why: ['adjunct'] }, messages: [] });
  });

  it('calls to no meeting that has begun or is off', () => {
    const meetings = [aMeeting(1), aMeeting(2, { isOff: true }), aMeeting(3)];

    const [line] = listFor({ meetings, now: Instant.of('2027-01-14T12:00:00.000Z') });

    expect(line?.messages).toMatchObject([{ kind: 'overview' }, { kind: 'invitation', meetingId: uuid(203) }]);
  });

  it('counts no meeting that passed before anybody was called to it', () => {
    const [all] = listFor({ meetings: [aMeeting(1), aMeeting(2)], now: Instant.of('2027-01-20T12:00:00.000Z') });
    const [one] = listFor({ meetings: [aMeeting(2)], now: Instant.of('2027-01-20T12:00:00.000Z') });

    expect(all?.messages[0]?.revision).toBe(one?.messages[0]?.revision);
  });

  it('has nothing to say when no meeting is ahead', () => {
    expect(listFor({ meetings: [] })[0]?.messages).toEqual([]);
  });

  it('puts nothing a second time', () => {
    const first = listFor({}).flatMap(({ messages }) => messages.map(({ once }) => ({ once, isLost: false })));

    expect(listFor({ putBefore: first })[0]?.messages).toEqual([]);
  });

  it('tells only the newcomer when somebody joins later', () => {
    const first = listFor({}).flatMap(({ messages }) => messages.map(({ once }) => ({ once, isLost: false })));

    const lines = listFor({ people: [aPerson(1), aPerson(2)], putBefore: first });

    expect(lines.map(({ messages }) => messages.length)).toEqual([0, 3]);
  });

  it('sends the overview and only the changed meeting again when one of them is revised', () => {
    const first = listFor({}).flatMap(({ messages }) => messages.map(({ once }) => ({ once, isLost: false })));

    const [line] = listFor({
      meetings: [aMeeting(1, { revision: 1 }), aMeeting(2)],
      putBefore: first,
    });

    expect(line?.messages).toMatchObject([{ kind: 'overview' }, { kind: 'invitation', meetingId: uuid(201) }]);
  });

  it('keeps the same overview when time passes one of the meetings', () => {
    const first = listFor({}).flatMap(({ messages }) => messages.map(({ once }) => ({ once, isLost: false })));
    const meetings = [aMeeting(1, { isCalled: true }), aMeeting(2, { isCalled: true })];

    const [line] = listFor({ meetings, now: Instant.of('2027-01-20T12:00:00.000Z'), putBefore: first });

    expect(line?.messages).toEqual([]);
  });

  it('puts what was lost again when it is sent again, under a name of its own', () => {
    const [line] = listFor({});
    const lost = (line?.messages ?? []).map(({ once }) => ({ once, isLost: true }));

    const again = listFor({ putBefore: lost })[0]?.messages.map(({ once }) => once);

    expect(again).toEqual(lost.map(({ once }) => `${once}:2`));
    expect(new Set(again).size).toBe(3);
  });

  it('leaves alone what was lost once and came through the second time', () => {
    const [line] = listFor({});
    const tried = (line?.messages ?? []).flatMap(({ once }) => [
      { once, isLost: true },
      { once: `${once}:2`, isLost: false },
    ]);

    expect(listFor({ putBefore: tried })[0]?.messages).toEqual([]);
  });

  it('counts people by how they are told', () => {
    const people = [
      aPerson(1),
      aPerson(2),
      aPerson(3, { reach: { by: 'letter', address: 'Storgatan 1' } }),
      aPerson(4, { reach: { by: 'phone', number: '070-000 00 00' } }),
      aPerson(5, { reach: { by: 'none', why: 'doesNotWant' } }),
    ];

    expect(countsOf(listFor({ people }))).toEqual({ email: 2, letter: 1, phone: 1, inPerson: 0, none: 1 });
  });
});

describe('What must be done before anything is sent', () => {
  const ready = { isForming: false, meetingsAhead: 7, hasCaller: true, everybodyIsSeen: true };

  it('asks for nothing when the group is made, the year booked and everybody approved', () => {
    expect(notReady({ ...ready, lines: listFor({}) })).toEqual([]);
  });

  it('names those whom the service user has not approved', () => {
    const people = [aPerson(1), aPerson(2, { standing: { ...everyYes, approved: false } })];

    expect(notReady({ ...ready, lines: listFor({ people }) })).toEqual([{ rule: 'notApproved', names: ['Person 2'] }]);
  });

  it('does not wait for an adjunct, who is not called now', () => {
    const people = [aPerson(1), aPerson(2, { part: 'adjunct', standing: { ...everyYes, approved: false } })];

    expect(notReady({ ...ready, lines: listFor({ people }) })).toEqual([]);
  });

  it('tells everything that is missing at once', () => {
    const given = {
      isForming: true,
      meetingsAhead: 0,
      hasCaller: false,
      everybodyIsSeen: false,
      lines: listFor({ meetings: [] }),
    };

    expect(notReady(given).map(({ rule }) => rule)).toEqual(['groupForming', 'notSeen', 'nothingBooked', 'noCaller']);
  });
});
