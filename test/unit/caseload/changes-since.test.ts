import { SwedishCalendar } from '../../../src/availability/domain/swedish-calendar';
import { changesSince, type GroupNow } from '../../../src/caseload/domain/changes-since';
import { mayBeBooked, proposalStanding } from '../../../src/caseload/domain/may-be-booked';
import type { RunGroup } from '../../../src/caseload/domain/run-group';
import { CalendarDate } from '../../../src/kernel/calendar-date';
import { idOf } from '../../../src/kernel/identifiers';
import { TimeOfDay } from '../../../src/kernel/time-of-day';
import type { PlannedPerson } from '../../../src/planning/domain/caseload-parts';
import { someWishes } from '../../support/year-wishes';

const day = CalendarDate.of('2027-04-12');
const wishes = someWishes({ start: day.iso }).parts;
const anyId = '00000000-0000-4000-8000-000000000001';

const meeting = {
  index: 0,
  target: day.iso,
  day: day.iso,
  start: '10:00',
  absent: ['friend'],
  why: [],
  alternatives: [],
};

const planned = (changes: Partial<RunGroup> = {}): RunGroup => ({
  organisationId: idOf(anyId),
  runId: idOf(anyId),
  groupId: idOf(anyId),
  basis: { wishes, isByDefault: false, core: ['user', 'doctor'], network: ['mother', 'friend'], chosen: [] },
  leftOut: null,
  proposal: { meetings: [{ ...meeting, chosen: false }], gaps: [] },
  ...changes,
});

const busyAt = (from: string, until: string): PlannedPerson['busy'] => [
  { from: { day, time: TimeOfDay.of(from) }, until: { day, time: TimeOfDay.of(until) } },
];

const now = (changes: Partial<GroupNow> = {}): GroupNow => ({
  hasMeetings: false,
  isMeeting: true,
  core: ['user', 'doctor'],
  network: ['mother', 'friend'],
  wishes,
  chosen: [],
  people: new Map(['user', 'doctor', 'mother', 'friend'].map((id) => [id, { id }])),
  calendar: new SwedishCalendar(),
  today: CalendarDate.of('2027-03-01'),
  ...changes,
});

const withBusy = (id: string, from: string, until: string): GroupNow['people'] =>
  new Map([...now().people, [id, { id, busy: busyAt(from, until) ?? [] }]]);

describe('what changed since a run', () => {
  it('is nothing as long as all is as it was', () => {
    expect(changesSince(planned(), now())).toEqual([]);
  });

  it.each<[string, Partial<GroupNow>]>([
    ['booked', { hasMeetings: true }],
    ['resting', { isMeeting: false }],
    ['people', { network: ['friend'] }],
    ['people', { core: ['user', 'another doctor'] }],
    ['wishes', { wishes: { ...wishes, minutes: 90 } }],
    ['wishes', { wishes: null }],
    ['wishes', { chosen: [{ index: 0, day: day.iso, start: '13:00' }] }],
  ])('is told as %s', (kind, changes) => {
    expect(changesSince(planned(), now(changes))).toEqual([{ kind }]);
  });

  it('is told of wishes that came after a plan by the usual ones', () => {
    const byDefault = planned({ basis: { ...planned().basis, isByDefault: true } });

    expect(changesSince(byDefault, now({ wishes: null }))).toEqual([]);
    expect(changesSince(byDefault, now())).toEqual([{ kind: 'wishes' }]);
  });

  it('is told of a day that has come, or was closed', () => {
    const calendar = new SwedishCalendar({ closedDays: [{ day }] });

    expect(changesSince(planned(), now({ today: day }))).toEqual([{ kind: 'passed', day }]);
    expect(changesSince(planned(), now({ calendar }))).toEqual([{ kind: 'closed', day }]);
  });

  it.each(['doctor', 'mother'])('is told when the %s who was to come cannot any more', (id) => {
    expect(changesSince(planned(), now({ people: withBusy(id, '10:30', '12:00') }))).toEqual([
      { kind: 'away', day, people: [id] },
    ]);
  });

  it('is told of a time that was chosen by hand, as of any other', () => {
    const chosen = planned({ proposal: { meetings: [{ ...meeting, chosen: true }], gaps: [] } });

    expect(changesSince(chosen, now({ people: withBusy('doctor', '10:30', '12:00') }))).toEqual([
      { kind: 'away', day, people: ['doctor'] },
    ]);
  });

  it('is told when somebody has no time for the way to a meeting at home', () => {
    const atHome = planned({ basis: { ...planned().basis, wishes: { ...wishes, form: 'home' } } });
    const people = new Map([
      ...now().people,
      ['doctor', { id: 'doctor', travelMinutes: 30, busy: busyAt('09:00', '09:45') ?? [] }],
    ]);

    expect(changesSince(planned(), now({ people }))).toEqual([]);
    expect(changesSince(atHome, now({ people, wishes: atHome.basis.wishes }))).toEqual([
      { kind: 'away', day, people: ['doctor'] },
    ]);
  });

  it('is nothing when somebody is busy who would be absent anyway, or only near the meeting', () => {
    expect(changesSince(planned(), now({ people: withBusy('friend', '10:00', '11:00') }))).toEqual([]);
    expect(changesSince(planned(), now({ people: withBusy('doctor', '11:00', '12:00') }))).toEqual([]);
  });
});

describe('a proposal', () => {
  const standing = (group: RunGroup, changes: Partial<GroupNow> = {}) =>
    proposalStanding({ planned: group, changes: changesSince(group, now(changes)) });

  it('can be booked when nothing changed and every meeting has a time', () => {
    expect(standing(planned())).toBe('open');
    expect(mayBeBooked({ planned: planned(), changes: [] })).toBe(true);
  });

  it.each<[string, RunGroup, Partial<GroupNow>]>([
    ['booked', planned(), { hasMeetings: true }],
    ['changed', planned(), { wishes: null }],
    ['gaps', planned({ proposal: { meetings: [], gaps: [{ index: 0, target: day.iso, why: [] }] } }), {}],
    ['leftOut', planned({ proposal: null, leftOut: { code: 'startTooSoon', values: {} } }), {}],
  ])('that is %s cannot', (word, group, changes) => {
    expect(standing(group, changes)).toBe(word);
  });
});
