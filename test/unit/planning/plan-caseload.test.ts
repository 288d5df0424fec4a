import { caseloadFrom } from '../../../src/planning/caseload-file';
import { planCaseload } from '../../../src/planning/domain/plan-caseload';
import { aCaseload, aGroup, office, oneMeeting, planOf, startsOf } from '../../support/caseloads';

const allDay = (date: string): [string, string] => [`${date}T00:00`, `${date}T23:59`];

describe('planning one group', () => {
  it('places a meeting on the day it aims at, at the first hour', () => {
    const plan = planOf(aCaseload([oneMeeting('2027-01-18')]));

    expect(startsOf(plan)).toEqual(['2027-01-18T08:00']);
    expect(plan.cost).toEqual({ unplaced: 0, soft: 0, wishes: 0 });
  });

  it('lets the 31st become the last day of a shorter month', () => {
    const plan = planOf(aCaseload([aGroup({ start: '2027-03-31', offsetsMonths: [0, 1] })]));

    expect(plan.meetings.map(({ target }) => target.iso)).toEqual(['2027-03-31', '2027-04-30']);
  });

  it('moves a meeting off a red day and counts the days', () => {
    const plan = planOf(aCaseload([oneMeeting('2027-01-06')]));

    expect(startsOf(plan)).toEqual(['2027-01-05T08:00']);
    expect(plan.cost.soft).toBe(1);
  });

  it('does not let a moved meeting shift the rest of the row', () => {
    const plan = planOf(aCaseload([aGroup({ start: '2027-01-06', offsetsMonths: [0, 2] })]));

    expect(plan.meetings.map(({ target }) => target.iso)).toEqual(['2027-01-06', '2027-03-06']);
  });

  it('takes the same weekday a week away where a nearer day costs as much', () => {
    const doctor = { id: 'doctor', busy: [['2027-01-13T00:00', '2027-01-19T23:59'] as [string, string]] };
    const file = aCaseload([oneMeeting('2027-01-19', { windowDays: 7 })], [doctor]);
    const later = ['20', '21', '22', '25', '26'].map((date) => ({ day: `2027-01-${date}`, cost: 6 }));

    expect(startsOf(planOf({ ...file, weighed: later }))).toEqual(['2027-01-12T08:00']);
  });

  it('moves a meeting three days rather than miss one network member', () => {
    const mother = { id: 'mother', busy: [allDay('2027-01-18'), allDay('2027-01-19'), allDay('2027-01-20')] };
    const plan = planOf(aCaseload([oneMeeting('2027-01-19')], [mother]));

    expect(startsOf(plan)).toEqual(['2027-01-21T08:00']);
  });

  it('misses one network member rather than move a meeting more than ten days', () => {
    const mother = { id: 'mother', busy: [['2027-01-01T00:00', '2027-02-02T23:59'] as [string, string]] };
    const plan = planOf(aCaseload([oneMeeting('2027-01-19', { windowDays: 20 })], [mother]));

    expect(startsOf(plan)).toEqual(['2027-01-19T08:00']);
    expect(plan.meetings[0]?.absent).toEqual(['mother']);
  });

  it('takes two intervals of hours that touch as one', () => {
    const mornings: [string, string][] = [
      ['08:00', '12:00'],
      ['12:00', '13:00'],
    ];
    const doctor = { id: 'doctor', hours: { mon: mornings } };
    const user = { id: 'user', busy: [['2027-01-18T08:00', '2027-01-18T11:00'] as [string, string]] };
    const file = aCaseload([oneMeeting('2027-01-18', { minutes: 90, windowDays: 0 })], [doctor, user]);

    expect(startsOf(planOf(file))).toEqual(['2027-01-18T11:00']);
  });

  it('keeps a fixed meeting where it is, even on a red day', () => {
    const file = aCaseload([aGroup({ offsetsMonths: [0, 1], fixed: [{ index: 0, start: '2027-01-06T18:30' }] })]);

    expect(startsOf(planOf(file))[0]).toBe('2027-01-06T18:30');
  });

  it('keeps the order of a group’s meetings around a fixed one', () => {
    const file = aCaseload([
      aGroup({ offsetsMonths: [0, 1], windowDays: 20, fixed: [{ index: 1, start: '2027-01-14T08:00' }] }),
    ]);

    expect(startsOf(planOf(file))).toEqual(['2027-01-13T08:00', '2027-01-14T08:00']);
  });

  it('places two meetings on one day when that is the only day', () => {
    const doctor = {
      id: 'doctor',
      busy: [
        ['2027-01-01T00:00', '2027-01-28T23:59'],
        ['2027-02-01T00:00', '2027-03-31T23:59'],
      ] as [string, string][],
    };
    const file = aCaseload([aGroup({ offsetsMonths: [0, 1], windowDays: 20 })], [doctor]);

    expect(startsOf(planOf(file))).toEqual(['2027-01-29T08:00', '2027-01-29T09:00']);
  });
});

describe('planning many groups', () => {
  const shared = (id: string, changes: object = {}) =>
    oneMeeting('2027-01-18', {
      id,
      core: [`user ${id}`, 'doctor'],
      network: [],
      windowDays: 0,
      latest: '10:00',
      ...changes,
    });

  it('never has a core member in two meetings at once', () => {
    expect(startsOf(planOf(aCaseload([shared('a'), shared('b')])))).toEqual(['2027-01-18T08:00', '2027-01-18T09:00']);
  });

  it('keeps to the meetings a day that somebody can take', () => {
    const plan = planOf(aCaseload([shared('a'), shared('b')], [{ id: 'doctor', maxPerDay: 1 }]));

    expect(plan.cost.unplaced).toBe(1);
    expect(plan.unplaced[0]?.why).toMatchObject([{ rule: 'unplaced.fullDay', people: ['doctor'] }]);
  });

  it('lets a network member miss a meeting that another group needs them in', () => {
    const one = shared('a', { latest: '09:00' });
    const other = shared('b', { core: ['user b'], network: ['doctor'], latest: '09:00' });
    const plan = planOf(aCaseload([other, one]));

    expect(plan.meetings.map(({ absent }) => absent)).toEqual([['doctor'], []]);
    expect(plan.cost).toEqual({ unplaced: 0, soft: 10, wishes: 0 });
  });

  it('moves another group’s meeting to make room for one that has no other time', () => {
    const flexible = shared('a', { core: ['user a', 'doctor', 'nurse'] });
    const tight = shared('b', { core: ['user b', 'doctor', 'curator'] });
    const plan = planOf(aCaseload([flexible, tight], [{ id: 'user b', hours: { mon: [['08:00', '09:00']] } }]));

    expect(startsOf(plan)).toEqual(['2027-01-18T09:00', '2027-01-18T08:00']);
  });

  it('keeps the way to a home and back free of other meetings and of what is busy', () => {
    const doctor = {
      id: 'doctor',
      travelMinutes: 60,
      busy: [['2027-01-18T08:00', '2027-01-18T09:00'] as [string, string]],
    };
    const home = shared('a', { atHome: true, latest: '17:00' });
    const office = shared('b', { latest: '17:00' });

    expect(startsOf(planOf(aCaseload([home, office], [doctor])))).toEqual(['2027-01-18T10:00', '2027-01-18T12:00']);
  });

  it('leaves a meeting unplaced only where no time is free once the others have given way', () => {
    const crowd = ['a', 'b', 'c', 'd'].map((id) => shared(id, { latest: '11:00' }));
    const plan = planOf(aCaseload(crowd));

    expect([plan.meetings.length, plan.cost.unplaced]).toEqual([3, 1]);
    expect(plan.unplaced[0]?.why).toMatchObject([{ rule: 'unplaced.taken', people: ['doctor'] }]);
  });

  it('stops when asked, with every meeting placed or named', () => {
    const file = aCaseload([aGroup(), aGroup({ id: 'g2' })]);
    const { meetings, unplaced } = planCaseload(caseloadFrom(file), { shouldStop: () => true });

    expect(meetings.length + unplaced.length).toBe(14);
  });
});

describe('wishes beyond the cost of the format', () => {
  it('avoid a weighed day as far as it costs, and are told apart from the cost', () => {
    const file = aCaseload([oneMeeting('2027-05-07', { windowDays: 2 })]);
    const weighed = { ...file, weighed: [{ day: '2027-05-07', cost: 4, why: 'squeezeDay' as const }] };

    // The 6th is red, the 8th and 9th a weekend: two days away lies the 5th.
    expect(startsOf(planOf(weighed))).toEqual(['2027-05-05T08:00']);
    expect(planOf({ ...weighed, weighed: [{ day: '2027-05-07', cost: 1 }] }).cost).toEqual({
      unplaced: 0,
      soft: 0,
      wishes: 1,
    });
  });

  it('keep a meeting in its month though a nearer day lies outside it', () => {
    expect(startsOf(planOf(aCaseload([oneMeeting('2027-05-01')])))).toEqual(['2027-04-30T08:00']);
    expect(startsOf(planOf(aCaseload([oneMeeting('2027-05-01', { keepMonth: true })])))).toEqual(['2027-05-03T08:00']);
  });

  it('leave the month rather than leave a meeting out', () => {
    const doctor = { id: 'doctor', busy: [['2027-05-01T00:00', '2027-05-31T23:59'] as [string, string]] };
    const plan = planOf(aCaseload([oneMeeting('2027-05-01', { keepMonth: true })], [doctor]));

    expect(startsOf(plan)).toEqual(['2027-04-30T08:00']);
  });

  it('prefer weekdays and hours at their cost', () => {
    const preferred = { weekdays: ['tue' as const], from: '13:00', to: '16:00', cost: 3 };
    const plan = planOf(aCaseload([oneMeeting('2027-01-18', { preferred })]));

    expect(startsOf(plan)).toEqual(['2027-01-19T13:00']);
    expect(plan.cost).toEqual({ unplaced: 0, soft: 1, wishes: 0 });
  });
});

describe('an unplaced meeting', () => {
  const why = (people: Parameters<typeof aCaseload>[1], changes: object = {}) =>
    planOf(aCaseload([oneMeeting('2027-01-18', { windowDays: 2, ...changes })], people)).unplaced[0]?.why;

  it('names the one person whose hours exclude every time', () => {
    expect(
      why([
        { id: 'doctor', hours: {} },
        { id: 'user', busy: [allDay('2027-01-18')] },
      ]),
    ).toEqual([{ rule: 'unplaced.hours', values: { target: '2027-01-18', days: 2 }, people: ['doctor'] }]);
  });

  it('names the people who exclude it only together', () => {
    const people = [
      { id: 'doctor', hours: office('mon') },
      { id: 'user', busy: [allDay('2027-01-18')] },
    ];
    expect(why(people)).toMatchObject([
      { rule: 'unplaced.hours', people: ['doctor'] },
      { rule: 'unplaced.busy', people: ['user'] },
    ]);
  });

  it('says that every day is closed', () => {
    expect(why([], { start: '2027-12-25', windowDays: 1 })).toMatchObject([{ rule: 'unplaced.closedDays' }]);
  });

  it('says that the day is too short for it', () => {
    expect(why([], { latest: '08:30' })).toMatchObject([{ rule: 'unplaced.dayTooShort' }]);
  });

  it('names who is in another group’s meeting', () => {
    const other = oneMeeting('2027-01-18', {
      id: 'g0',
      core: ['doctor'],
      network: [],
      fixed: [{ index: 0, start: '2027-01-18T08:00' }],
    });
    const one = oneMeeting('2027-01-18', { windowDays: 0, latest: '09:00' });
    expect(planOf(aCaseload([other, one])).unplaced[0]?.why).toMatchObject([
      { rule: 'unplaced.taken', people: ['doctor'] },
    ]);
  });
});
