import { Proposal } from '../../../src/agendas/domain/proposal';
import type { Member } from '../../../src/groups/domain/member';
import type { ResourceGroup } from '../../../src/groups/domain/resource-group';
import { Instant } from '../../../src/kernel/instant';
import type { Meeting } from '../../../src/meetings/domain/meeting';
import type { Answer } from '../../../src/method/domain/finding';
import { lines } from '../../../src/method/domain/lines';
import { methodCheck } from '../../../src/method/domain/method-check';
import type { Picture } from '../../../src/method/domain/picture';
import { aDay, aGroup, anId, someMoment } from '../../support/groups-builders';
import { anItem } from '../../support/meetings-builders';
import * as build from '../../support/method-builders';
import { aNoteItem, notesThatAre } from '../../support/notes-builders';
import { aGoal, aPlan, aTask } from '../../support/progress-builders';

const { cast, someone, aPicture, aStatement, agendaFor, meetingOn, notesFor, plannedFrom, standing } = build;
type Name = keyof typeof cast;

const good = aPicture();
const [first, second, third, fourth] = good.meetings as [Meeting, Meeting, Meeting, Meeting];

const withMember = (changed: Member): ResourceGroup => good.group.withMember(changed);

const without = (...names: readonly Name[]): ResourceGroup => {
  const gone: readonly string[] = names.map((name) => cast[name]);
  return good.group.with({ members: good.group.members.filter(({ personId }) => !gone.includes(personId)) });
};

const meetingsWith = (from: Meeting, to: Meeting): readonly Meeting[] =>
  good.meetings.map((one) => (one === from ? to : one));

const fourthAs = (day: string, given: Parameters<typeof meetingOn>[2] = {}): Partial<Picture> => ({
  meetings: meetingsWith(fourth, meetingOn(day, 'called', { number: 4, ...given })),
});

const agendasWith = (meeting: Meeting, agenda: Picture['agendas'][number]): Picture['agendas'] => [
  ...good.agendas.filter(({ meetingId }) => meetingId !== meeting.id),
  agenda,
];

const lacking = (name: Name, lack: 'contact' | 'takePart'): Picture['standings'] =>
  new Map([...good.standings, [cast[name], { ...good.standings.get(cast[name])!, [lack]: false }]]);

const byLetter = (name: Name): Picture['people'] =>
  new Map([
    ...good.people,
    [cast[name], { ...good.people.get(cast[name])!, reach: { by: 'letter', address: 'Gatan 1' } }],
  ]);

const aProposal = (): Proposal =>
  new Proposal({
    ...{ id: anId(), organisationId: anId(), groupId: anId(), meetingId: third.id, personId: cast.eva },
    ...{ words: 'Cykeln', madeAt: someMoment },
  });

const putOff = (key: string) => {
  const items = standing('tasksSince', 'goals');
  const item = items.find((one) => one.standing === key)!;
  const notes = notesFor(second, [cast.olle], { items: [aNoteItem({ itemId: item.id, isPutOff: true })] });
  return { agendas: agendasWith(second, agendaFor(second.id, items, { state: 'closed' })), notes: [notes] };
};

const closed = (meeting: Meeting, ...keys: readonly string[]) =>
  agendasWith(meeting, agendaFor(meeting.id, standing(...keys), { state: 'closed' }));

/** Everybody is called in time, but for one person’s calls, which are these. */
const callsBut = (name: Name, ...calls: readonly Picture['deliveries'][number][]): Picture['deliveries'] => [
  ...good.deliveries.filter(({ message }) => message.personId !== cast[name]),
  ...calls,
];

const hansIsGuest = agendasWith(third, agendaFor(third.id, [anItem('Medicinen', { guest: cast.hans })]));
const told = { kind: 'invitation', madeAt: Instant.of('2027-06-01T07:00:00Z') } as const;
const tells = [{ meetingId: third.id, revision: 1, sequence: null, isOff: false, slice: null, release: null }];

type Row = [line: string, what: string, change: Partial<Picture>, answer: Answer, ...said: readonly string[]];

const trio = ['olle', 'siv', 'eva'] as const;
const nobodyHeld = { meetings: good.meetings.filter(({ state }) => state !== 'held') };
const oldPlan = aPlan({ offeredOn: aDay('2026-06-01'), madeAt: Instant.of('2026-05-31T10:00:00Z') });
const earlyTask = aTask({ who: cast.eva, by: aDay('2027-05-31') });
const away = notesThatAre('over', {
  ...{ meetingId: second.id, serviceUserId: cast.olle },
  attendance: [{ personId: cast.olle, presence: 'away' }],
});

const rows: Row[] = [
  [
    'coreTrio',
    'has no doctor',
    { group: aGroup({ members: trio.map((name) => someone(name)) }) },
    'not-yet',
    'lacks.doctor',
  ],
  ['size', 'is five people', { group: without('gun') }, 'not-yet', 'size'],
  [
    'size',
    'is five and says why',
    { group: without('gun').with({ sizeReason: 'Så vill Olle.' }) },
    'otherwise',
    'size',
    'sizeReason',
  ],
  ['chosen', 'has chosen two', { group: without('gun') }, 'not-yet', 'chosen'],
  [
    'chosen',
    'has chosen two and says why',
    { group: without('gun').with({ sizeReason: 'Så vill Olle.' }) },
    'otherwise',
    'chosen',
    'sizeReason',
  ],
  ['approved', 'lacks a yes', { group: withMember(someone('per', { approval: null })) }, 'not-yet', 'notApproved'],
  ['sociogramFirst', 'has members who are not from the map', { asked: [] }, 'not-yet', 'notFromMap'],
  [
    'sociogramFirst',
    'has chosen nobody',
    { group: without('eva', 'per', 'gun') },
    'does-not-apply-yet',
    'nobodyChosen',
  ],
  ['bothKinds', 'has nobody private', { group: without('eva', 'per') }, 'not-yet', 'nobody.private'],
  [
    'relatives',
    'has asked a friend only',
    { asked: [{ personId: cast.per, sector: 'friends' }] },
    'not-yet',
    'relativesUnknown',
  ],
  ['talk', 'lacks a talk', { group: withMember(someone('per', { talkedOn: null })) }, 'not-yet', 'notTalkedWith'],
  [
    'talk',
    'talked after three months',
    { group: withMember(someone('per', { talkedOn: aDay('2027-04-05') })) },
    'not-yet',
    'talkedWithLate',
  ],
  [
    'talk',
    'talked on the last day',
    { group: withMember(someone('per', { talkedOn: aDay('2027-04-04') })) },
    'yes',
    'talkedWith',
  ],
  ['talk', 'has nobody private', { group: without('eva', 'per') }, 'does-not-apply-yet', 'nobodyPrivate'],
  ['goals', 'has one long goal', { goals: good.goals.slice(1) }, 'not-yet', 'goalsLack.long'],
  [
    'goals',
    'has put one aside and has no other',
    { goals: [...good.goals.slice(0, 3), aGoal({ state: 'put-aside' })] },
    'not-yet',
    'goalsLack.short',
  ],
  ['shortGoals', 'has none', { goals: [] }, 'does-not-apply-yet', 'noShortGoal'],
  [
    'shortGoals',
    'has one whose day has been',
    { goals: [aGoal({ span: 'short', by: aDay('2027-05-31') })] },
    'not-yet',
    'goalDayPassed',
  ],
  ['crisisPlan', 'has none', { crisisPlan: null }, 'not-yet', 'noCrisisPlan'],
  ['crisisPlan', 'offered no copy', { crisisPlan: aPlan() }, 'not-yet', 'noCopyOffered'],
  ['crisisPlan', 'is older than a year', { crisisPlan: oldPlan }, 'not-yet', 'crisisPlanOld'],
  ['choices', 'keeps what was chosen, not by whom', {}, 'not-yet', 'choicesKept'],
  ['choices', 'has no year', { plan: null }, 'does-not-apply-yet', 'noYear'],
  ['booked', 'has nothing ahead', { meetings: [first, second] }, 'not-yet', 'nothingBooked'],
  [
    'booked',
    'is booked for three months',
    { plan: plannedFrom('2027-04-14', { horizonMonths: 3 }) },
    'not-yet',
    'booked',
    'bookedOtherwise',
  ],
  ['taper', 'has no year', { plan: null }, 'does-not-apply-yet', 'noYear'],
  ['taper', 'moved a meeting to the next month', fourthAs('2027-08-02'), 'not-yet', 'astray'],
  ['taper', 'moved a meeting within its month', fourthAs('2027-07-30'), 'yes', 'taper'],
  [
    'taper',
    'called a meeting off',
    { meetings: meetingsWith(fourth, meetingOn('2027-07-14', 'cancelled', { number: 4 })) },
    'not-yet',
    'calledOff',
  ],
  ['length', 'has a meeting of 45 minutes', fourthAs('2027-07-14', { minutes: 45 }), 'not-yet', 'lengthUnusual'],
  [
    'length',
    'has a long one and says why',
    fourthAs('2027-07-14', { minutes: 120, lengthReason: 'Tolk.' }),
    'otherwise',
    'lengthUnusual',
    'lengthReason',
  ],
  ['length', 'has nothing ahead', { meetings: [first] }, 'does-not-apply-yet', 'noMeetingAhead'],
  [
    'agendaFits',
    'holds 65 minutes in 60',
    { agendas: agendasWith(third, agendaFor(third.id, [anItem('Allt', { minutes: 65 })])) },
    'not-yet',
    'agendaOver',
  ],
  ['agendaFits', 'has no agenda', { agendas: [] }, 'does-not-apply-yet', 'noAgenda'],
  ['call', 'has no meeting so near', { today: aDay('2027-04-01'), ...nobodyHeld }, 'does-not-apply-yet', 'noCallDue'],
  ['call', 'sent none', { deliveries: [] }, 'not-yet', 'noCall'],
  [
    'call',
    'was not delivered',
    { deliveries: callsBut('eva', build.aCall(third, 'failed', '2027-05-31T07:00:00Z')) },
    'not-yet',
    'callNotGone',
  ],
  [
    'call',
    'went out a day late',
    { deliveries: callsBut('eva', build.aCall(third, 'noted', '2027-06-01T07:00:00Z')) },
    'not-yet',
    'callLate',
  ],
  ['call', 'called all but one', { deliveries: callsBut('eva') }, 'not-yet', 'notCalled'],
  [
    'call',
    'has one who may not be called',
    { deliveries: callsBut('eva'), standings: lacking('eva', 'contact') },
    'yes',
    'callGone',
  ],
  [
    'call',
    'has one who has said no',
    { deliveries: callsBut('eva'), declined: [{ meetingId: third.id, personId: cast.eva }] },
    'yes',
    'callGone',
  ],
  [
    'call',
    'has one who came after the call',
    { deliveries: callsBut('eva'), group: withMember(someone('eva', { madeAt: told.madeAt })) },
    'yes',
    'callGone',
  ],
  ['call', 'did not call the guest of an item', { agendas: hansIsGuest }, 'not-yet', 'notCalled'],
  [
    'call',
    'told one of the meeting when it was near',
    { deliveries: callsBut('eva', build.aCall(third, 'sent', '2027-06-01T07:00:00Z', { ...told, tells })) },
    'not-yet',
    'callLate',
  ],
  ['together', 'has no agenda out', { agendas: [] }, 'does-not-apply-yet', 'noAgendaOut'],
  [
    'together',
    'holds nobody’s proposal',
    {
      agendas: agendasWith(third, agendaFor(third.id, standing('welcome'), { state: 'open', releasedAt: someMoment })),
      proposals: [aProposal()],
    },
    'not-yet',
    'nobodyProposed',
    'proposalsWait',
  ],
  ['items', 'has held no meeting', nobodyHeld, 'does-not-apply-yet', 'noMeetingHeld'],
  [
    'items',
    'left out what belongs first',
    { agendas: closed(first, 'introductions', 'goals') },
    'not-yet',
    'firstItemsMissing',
  ],
  ['items', 'put the tasks off', putOff('tasksSince'), 'not-yet', 'followUpItemsMissing'],
  ['tasks', 'has none open', { tasks: [aTask({ state: 'done' })] }, 'does-not-apply-yet', 'noTask'],
  [
    'tasks',
    'waits for somebody who left',
    { tasks: [aTask({ by: aDay('2027-08-01') })] },
    'not-yet',
    'taskOfSomebodyGone',
  ],
  ['tasks', 'is past its day', { tasks: [earlyTask] }, 'not-yet', 'taskDayPassed'],
  ['doctor', 'has held no meeting', nobodyHeld, 'does-not-apply-yet', 'noMeetingHeld'],
  ['doctor', 'has not come in the first months', { notes: [] }, 'does-not-apply-yet', 'doctorDue'],
  ['doctor', 'has not come within a year', { notes: [], today: aDay('2028-04-15') }, 'not-yet', 'doctorMissing'],
  ['doctor', 'came more than a year ago', { today: aDay('2028-04-15') }, 'not-yet', 'doctorMissing'],
  ['experts', 'has none', { group: without('hans') }, 'does-not-apply-yet', 'noExpert'],
  [
    'experts',
    'sat with the group without an item',
    { notes: [notesFor(second, [cast.olle, cast.hans])] },
    'not-yet',
    'expertUninvited',
  ],
  ['held', 'has held no meeting', nobodyHeld, 'does-not-apply-yet', 'noMeetingHeld'],
  ['held', 'held one without the service user', { notes: [away] }, 'not-yet', 'heldWithout'],
  [
    'held',
    'reconciled without the service user',
    {
      ...nobodyHeld,
      meetings: [first, fourth],
      notes: [notesThatAre('over', { meetingId: fourth.id, attendance: [] })],
    },
    'yes',
    'heldWith',
    'reconciled',
  ],
  ['decisions', 'has held no meeting', nobodyHeld, 'does-not-apply-yet', 'noMeetingHeld'],
  ['decisions', 'has not shown the newest notes', { notes: good.notes.slice(0, 1) }, 'not-yet', 'notesUnread'],
  [
    'decisions',
    'has shown them, and the service user has not let them go',
    { notes: [notesThatAre('shown', { meetingId: second.id })] },
    'not-yet',
    'notesUnread',
  ],
  ['neutral', 'has sent nothing', { deliveries: [], outgoing: [] }, 'does-not-apply-yet', 'nothingOutgoing'],
  [
    'neutral',
    'would send what may not leave',
    { outgoing: [{ personId: cast.eva, mayLeave: false }] },
    'not-yet',
    'outgoingStopped',
  ],
  ['neutral', 'has something to tell and nobody who calls', { hasCaller: false }, 'does-not-apply-yet', 'nobodyCalls'],
  ['consent', 'lacks a yes to mail', { standings: lacking('eva', 'contact') }, 'not-yet', 'noConsent'],
  [
    'consent',
    'needs no yes to mail for a letter',
    { standings: lacking('eva', 'contact'), people: byLetter('eva') },
    'yes',
    'consent',
  ],
  [
    'consent',
    'lacks a yes to take part',
    { standings: lacking('eva', 'takePart'), people: byLetter('eva') },
    'not-yet',
    'noConsent',
  ],
];

const lineIn = (picture: Picture, key: string, statements: Parameters<typeof methodCheck>[1] = []) =>
  methodCheck(picture, statements).find(({ line }) => line.key === key)!;

describe('the method check', () => {
  it('answers yes on every line for a group that does it all, but for what only people know', () => {
    const others = methodCheck(good, []).filter(({ answer }) => answer !== 'yes');

    expect(others.map(({ line }) => line.key)).toEqual(['choices']);
  });

  it.each(rows)('of “%s”: the group %s', (...[key, , change, answer, ...said]: Row) => {
    const checked = lineIn(aPicture({ ...good, ...change }), key);

    expect([checked.answer, ...checked.facts.map((fact) => fact.said)]).toEqual([answer, ...said]);
  });

  it('names whom an answer is about, and no one twice', () => {
    const tasks = [earlyTask, aTask({ who: cast.hans }), aTask({ who: cast.hans })];
    const gone = lineIn(aPicture({ ...good, group: without('hans'), tasks }), 'tasks');

    expect(gone.facts[0]).toMatchObject({ said: 'taskOfSomebodyGone', people: [cast.hans] });
  });

  it('says of a line that is not done what was chosen otherwise, and who says it is done', () => {
    const nobodyPrivate = aPicture({ ...good, group: without('eva', 'per') });
    const chosen = aStatement({ line: 'bothKinds' });
    const noted = aStatement({ line: 'choices', kind: 'noted' });

    expect(lineIn(nobodyPrivate, 'bothKinds', [chosen])).toMatchObject({ answer: 'otherwise', statement: chosen });
    expect(lineIn(good, 'choices', [noted])).toMatchObject({ answer: 'yes', statement: noted });
  });

  it('lets a note count no longer once it names somebody who came after it', () => {
    const noted = aStatement({ line: 'talk', kind: 'noted', day: aDay('2027-01-20') });
    const again = aStatement({ line: 'talk', kind: 'noted', day: aDay('2027-05-10') });
    const withPer = (madeAt: string): Picture => {
      const group = withMember(someone('per', { talkedOn: null, madeAt: Instant.of(madeAt) }));
      return aPicture({ ...good, group });
    };
    const [before, after] = [withPer('2027-01-20T08:00:00Z'), withPer('2027-05-10T08:00:00Z')];
    const facts = [{ said: 'notTalkedWith', people: [cast.per] }];

    expect(lineIn(before, 'talk', [noted])).toMatchObject({ answer: 'yes', facts, cameAfter: [] });
    expect(lineIn(after, 'talk', [noted])).toMatchObject({ answer: 'not-yet', facts, cameAfter: [cast.per] });
    expect(lineIn(after, 'talk', [noted, again])).toMatchObject({ answer: 'yes', facts, cameAfter: [] });
  });

  it('takes somebody who left and came back for somebody who came anew', () => {
    const noted = aStatement({ line: 'talk', kind: 'noted', day: aDay('2027-01-20') });
    const back = someone('per', { talkedOn: null, approval: { on: aDay('2027-05-10'), how: 'at-meeting' } });

    expect(lineIn(aPicture({ ...good, group: withMember(back) }), 'talk', [noted]).answer).toBe('not-yet');
  });

  it('names those who got no call, and nobody else', () => {
    const checked = lineIn(aPicture({ ...good, deliveries: good.deliveries.slice(0, 1) }), 'call');
    const { siv, asa, eva, per, gun } = cast;

    expect(checked.facts).toEqual([{ said: 'notCalled', people: [siv, asa, eva, per, gun] }]);
  });

  it('lets what is kept go before what was written earlier', () => {
    expect(lineIn(good, 'bothKinds', [aStatement()]).answer).toBe('yes');
  });

  it('counts the newest that was written, and nothing that was taken back', () => {
    const older = aStatement({ line: 'choices', words: 'Förut.' });
    const newer = aStatement({ line: 'choices', kind: 'noted', words: 'Nu.' });
    const takenBack = newer.takeBack(someMoment, anId());

    expect(lineIn(good, 'choices', [older, newer]).statement).toBe(newer);
    expect(lineIn(good, 'choices', [older, takenBack]).statement).toBe(older);
    expect(lineIn(good, 'choices', [takenBack])).toMatchObject({ answer: 'not-yet', statement: null });
  });

  it('has each line once, and each with its source', () => {
    const keys = lines.map(({ key }) => key);

    expect(new Set(keys).size).toBe(keys.length);
    expect(lines.filter(({ sources }) => sources.length === 0)).toEqual([]);
  });
});
