import { Agenda, type AgendaParts } from '../../src/agendas/domain/agenda';
import type { AgendaItem } from '../../src/agendas/domain/agenda-item';
import { type Member, type MemberParts } from '../../src/groups/domain/member';
import type { Part } from '../../src/groups/domain/part';
import type { MeetingId, PersonId } from '../../src/kernel/identifiers';
import { Instant } from '../../src/kernel/instant';
import { type Booking, Meeting, type MeetingState } from '../../src/meetings/domain/meeting';
import type { Picture } from '../../src/method/domain/picture';
import { Statement, type StatementParts } from '../../src/method/domain/statement';
import type { Attendance } from '../../src/notes/domain/attendance';
import type { Notes, NotesParts } from '../../src/notes/domain/notes';
import { Delivery, type DeliveryState, type Message } from '../../src/outbox/domain/delivery';
import type { PersonKind } from '../../src/people/domain/person';
import { YearPlan } from '../../src/planning/domain/year-plan';
import type { YearWishesParts } from '../../src/planning/domain/year-wishes';
import { aDay, aGroup, aMember, anId, resourceGroupProfile, someMoment } from './groups-builders';
import { aBooking, anItem, anOrigin } from './meetings-builders';
import { aNoteItem, notesThatAre } from './notes-builders';
import { aGoal, aPlan, aTask } from './progress-builders';
import { someWishes } from './year-wishes';

export const cast = {
  olle: anId<'person'>(),
  siv: anId<'person'>(),
  asa: anId<'person'>(),
  eva: anId<'person'>(),
  per: anId<'person'>(),
  gun: anId<'person'>(),
  hans: anId<'person'>(),
};

const parts: Readonly<Record<keyof typeof cast, Part>> = {
  ...{ olle: 'service-user', siv: 'coordinator', asa: 'doctor' },
  ...{ eva: 'network', per: 'network', gun: 'network', hans: 'adjunct' },
};

const kinds: Readonly<Record<keyof typeof cast, PersonKind>> = {
  ...{ olle: 'service-user', siv: 'professional', asa: 'professional' },
  ...{ eva: 'private', per: 'private', gun: 'professional', hans: 'professional' },
};

const names = Object.keys(cast) as (keyof typeof cast)[];
const circle = names.filter((name) => parts[name] !== 'adjunct');

export const someone = (name: keyof typeof cast, given: Partial<MemberParts> = {}): Member =>
  aMember({ personId: cast[name], part: parts[name], talkedOn: aDay('2027-02-10'), ...given });

/** A meeting on this day, as far as it has come. */
export function meetingOn(day: string, state: MeetingState, given: Partial<Booking> = {}): Meeting {
  const booking = aBooking({ day: aDay(day), target: aDay(day), ...given });
  const booked = Meeting.book(anOrigin(), booking, resourceGroupProfile());
  if (state === 'planned' || state === 'cancelled') return booked.become(state);
  const called = booked.become('called');
  return state === 'held' ? called.become('held') : called;
}

export const agendaFor = (meetingId: MeetingId, items: readonly AgendaItem[], given: Partial<AgendaParts> = {}) =>
  new Agenda({ id: anId(), organisationId: anId(), meetingId, items, ...given });

export const standing = (...keys: readonly string[]): readonly AgendaItem[] =>
  keys.map((key) => anItem(key, { standing: key, minutes: 5 }));

export const notesFor = (meeting: Meeting, there: readonly PersonId[], given: Partial<NotesParts> = {}): Notes => {
  const attendance = there.map((personId): Attendance => ({ personId, presence: 'there' }));
  return notesThatAre('let go', { meetingId: meeting.id, serviceUserId: cast.olle, attendance, ...given });
};

export const aCall = (
  meeting: Meeting,
  state: DeliveryState,
  doneAt: string,
  given: Partial<Message> = {},
): Delivery => {
  const message: Message = {
    ...{ id: anId(), organisationId: anId(), groupId: anId(), meetingId: meeting.id, personId: cast.eva },
    ...{ channel: 'email', protection: 'open', kind: 'call', revision: 1, sequence: null, tells: [], once: anId() },
    ...{ recipient: 'eva@brev.example', envelopeFrom: 'svar@kretsen.example', messageId: '<1@kretsen.example>' },
    ...{ madeAt: someMoment, position: 0, expiresAt: meeting.startsAt },
    ...given,
  };
  const progress = { dueAt: someMoment, attempts: 1, leaseOwner: null, outcome: '', reply: '' } as const;
  return new Delivery(message, { ...progress, state, doneAt: Instant.of(doneAt) });
};

export const plannedFrom = (start: string, given: Partial<YearWishesParts> = {}): YearPlan =>
  YearPlan.proposedFor(
    { id: anId(), organisationId: anId() },
    someWishes({ start, intervals: [1, 1, 1, 2, 2, 3], horizonMonths: 12, ...given }).parts,
    { meetings: [], gaps: [] },
  ).booked();

const firstItems = ['welcome', 'introductions', 'method', 'confidentiality', 'goals', 'crisisPlan', 'roles'];

/** The first of June: two meetings are held, the third is in two weeks, and the group does all that the method says. */
export function aPicture(given: Partial<Picture> = {}): Picture {
  const first = meetingOn('2027-04-14', 'held', { number: 1 });
  const second = meetingOn('2027-05-14', 'held', { number: 2 });
  const third = meetingOn('2027-06-14', 'called', { number: 3 });
  const fourth = meetingOn('2027-07-14', 'called', { number: 4 });
  const guest = aNoteItem({ guest: cast.hans });
  const proposed = [...standing('welcome'), anItem('Min cykel', { proposedBy: cast.olle })];
  return {
    today: aDay('2027-06-01'),
    zone: 'Europe/Stockholm',
    group: aGroup({ members: names.map((name) => someone(name)), state: 'active', serviceUserId: cast.olle }),
    profile: resourceGroupProfile(),
    people: new Map(
      names.map((name) => [
        cast[name],
        {
          person: { kind: kinds[name], calledName: name },
          reach: { by: 'email', address: `${name}@brev.example`, protection: 'open' },
        },
      ]),
    ),
    standings: new Map(
      names.map((name) => [cast[name], { member: true, approved: true, contact: true, takePart: true }]),
    ),
    asked: [
      { personId: cast.eva, sector: 'family' },
      { personId: cast.per, sector: 'friends' },
      { personId: cast.gun, sector: 'care' },
    ],
    plan: plannedFrom('2027-04-14'),
    meetings: [first, second, third, fourth],
    agendas: [
      agendaFor(first.id, standing(...firstItems), { state: 'closed', releasedAt: someMoment }),
      agendaFor(second.id, standing('tasksSince', 'goals'), { state: 'closed', releasedAt: someMoment }),
      agendaFor(third.id, proposed, { state: 'open', releasedAt: someMoment }),
    ],
    proposals: [],
    goals: [
      ...[aGoal(), aGoal()],
      ...['2027-09-01', '2027-10-01'].map((by) => aGoal({ span: 'short', words: 'Gå ut varje dag', by: aDay(by) })),
    ],
    tasks: [aTask({ who: cast.eva, by: aDay('2027-08-01') })],
    crisisPlan: aPlan({ offeredOn: aDay('2027-02-01') }),
    notes: [notesFor(first, [cast.olle, cast.asa]), notesFor(second, [cast.olle, cast.hans], { items: [guest] })],
    deliveries: circle.map((name) => aCall(third, 'sent', '2027-05-31T07:00:00Z', { personId: cast[name] })),
    declined: [],
    hasCaller: true,
    outgoing: [{ personId: cast.eva, mayLeave: true }],
    ...given,
  };
}

export const aStatement = (given: Partial<StatementParts> = {}): Statement =>
  new Statement({
    ...{ id: anId(), organisationId: anId(), groupId: anId(), line: 'bothKinds', kind: 'otherwise' },
    ...{ words: 'Olle vill det.', day: aDay('2027-05-01'), writtenBy: anId(), writtenAt: someMoment },
    ...given,
  });
