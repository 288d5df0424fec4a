import { CalendarDate } from '../../../src/kernel/calendar-date';
import { caseloadFrom } from '../../../src/planning/caseload-file';
import type { CaseloadFile } from '../../../src/planning/caseload-file';
import { explainMeeting } from '../../../src/planning/domain/explain';
import type { Explanation } from '../../../src/planning/domain/explain';
import { planCaseload } from '../../../src/planning/domain/plan-caseload';
import { inventedCaseload } from '../../../src/planning/invented-caseload';
import { aCaseload, aGroup, oneMeeting, planFileFor } from '../../support/caseloads';
import { check } from '../../support/plan-checker';

type Busy = [string, string];

function explained(file: CaseloadFile, index = 0): Explanation {
  const caseload = caseloadFrom(file);
  return explainMeeting(caseload, planCaseload(caseload), { group: file.groups[0]?.id ?? '', index });
}

const startsIn = ({ alternatives }: Explanation): readonly string[] =>
  alternatives.map(({ span }) => `${span.day.iso}T${span.start.toString()}`);

describe('the reasons for a meeting’s day', () => {
  it('say that it is on the day it aims at', () => {
    expect(explained(aCaseload([oneMeeting('2027-01-18')])).reasons).toEqual([
      { rule: 'why.onTarget', values: { target: '2027-01-18' } },
    ]);
  });

  it('name the red day and the eve it avoided', () => {
    const { reasons } = explained(aCaseload([oneMeeting('2027-06-26')]));

    expect(reasons).toEqual([
      { rule: 'why.moved', values: { target: '2027-06-26', count: 2 } },
      { rule: 'avoided.eve', values: { day: '2027-06-25' }, name: { sv: 'midsommarafton', en: 'Midsummer Eve' } },
      { rule: 'avoided.redDay', values: { day: '2027-06-26' }, name: { sv: 'midsommardagen', en: 'Midsummer Day' } },
    ]);
  });

  it('name a squeeze day that was weighed, and the red day before it', () => {
    const file = aCaseload([oneMeeting('2027-05-07')]);
    const { reasons } = explained({ ...file, weighed: [{ day: '2027-05-07', cost: 4, why: 'squeezeDay' }] });

    expect(reasons.map(({ rule }) => rule)).toEqual(['why.moved', 'avoided.redDay', 'avoided.squeezeDay']);
  });

  it('name the core member who is away, with the number of nearer days', () => {
    const doctor = { id: 'doctor', busy: [['2027-01-18T00:00', '2027-01-20T23:59'] as Busy] };
    const { reasons } = explained(aCaseload([oneMeeting('2027-01-19')], [doctor]));

    expect(reasons.slice(1)).toEqual([{ rule: 'avoided.busy', values: { count: 3 }, people: ['doctor'] }]);
  });

  it('name the network member for whose sake it moved', () => {
    const mother = { id: 'mother', busy: [['2027-01-19T00:00', '2027-01-19T23:59'] as Busy] };
    const { reasons } = explained(aCaseload([oneMeeting('2027-01-19')], [mother]));

    expect(reasons.slice(1)).toEqual([{ rule: 'avoided.absence', values: { count: 1 }, people: ['mother'] }]);
  });

  it('say that a nearer day is one the group would rather not meet on', () => {
    const preferred = { weekdays: ['thu' as const], cost: 3 };
    const { reasons } = explained(aCaseload([oneMeeting('2027-01-19', { preferred })]));

    expect(reasons.slice(1)).toEqual([{ rule: 'avoided.notPreferred', values: { count: 3 } }]);
  });

  it('say why somebody is absent', () => {
    const people = [
      { id: 'mother', hours: {} },
      { id: 'friend', busy: [['2027-01-01T00:00', '2027-02-28T00:00'] as Busy] },
    ];
    const { reasons } = explained(aCaseload([oneMeeting('2027-01-18')], people));

    expect(reasons.slice(1)).toEqual([
      { rule: 'absent.hours', values: { count: 1 }, people: ['mother'] },
      { rule: 'absent.busy', values: { count: 1 }, people: ['friend'] },
    ]);
  });

  it('say that somebody is absent for another group’s meeting', () => {
    const other = oneMeeting('2027-01-18', { id: 'g2', core: ['mother'], network: [], windowDays: 0 });
    const fixed = { ...other, fixed: [{ index: 0, start: '2027-01-18T08:00' }] };
    const one = oneMeeting('2027-01-18', { windowDays: 0, latest: '09:00' });

    expect(explained(aCaseload([one, fixed])).reasons.at(-1)).toEqual({
      rule: 'absent.taken',
      values: { count: 1 },
      people: ['mother'],
    });
  });

  it('say that a fixed meeting was settled already', () => {
    const file = aCaseload([oneMeeting('2027-01-18', { fixed: [{ index: 0, start: '2027-01-20T10:00' }] })]);

    expect(explained(file).reasons).toEqual([{ rule: 'why.fixed', values: { target: '2027-01-18' } }]);
  });

  it('are, for an unplaced meeting, what excludes every time', () => {
    const { reasons, alternatives } = explained(aCaseload([oneMeeting('2027-01-18')], [{ id: 'doctor', hours: {} }]));

    expect(reasons).toMatchObject([{ rule: 'unplaced.hours', people: ['doctor'] }]);
    expect(alternatives).toEqual([]);
  });

  it('cannot be asked for a meeting that is not in the plan', () => {
    expect(() => explained(aCaseload([oneMeeting('2027-01-18')]), 5)).toThrow('meetingNotInPlan');
  });
});

describe('the alternatives to a meeting’s day', () => {
  it('are the next three days with what they cost', () => {
    const mother = { id: 'mother', busy: [['2027-01-20T00:00', '2027-01-20T23:59'] as Busy] };
    const explanation = explained(aCaseload([oneMeeting('2027-01-19', { windowDays: 3 })], [mother]));

    expect(startsIn(explanation)).toEqual(['2027-01-18T08:00', '2027-01-21T08:00', '2027-01-22T08:00']);
    expect(explanation.alternatives.map(({ costDifference }) => costDifference)).toEqual([1, 2, 3]);
  });

  it('tell who would be absent', () => {
    const mother = { id: 'mother', busy: [['2027-01-20T00:00', '2027-01-30T00:00'] as Busy] };
    const { alternatives } = explained(aCaseload([oneMeeting('2027-01-19', { windowDays: 1 })], [mother]));

    expect(alternatives.map(({ absent }) => absent)).toEqual([[], ['mother'], []]);
    expect(alternatives.map(({ costDifference }) => costDifference)).toEqual([1, 11, 0]);
  });

  it('fall back on other hours of the same day', () => {
    const explanation = explained(aCaseload([oneMeeting('2027-01-19', { windowDays: 0 })]));

    expect(startsIn(explanation)).toEqual(['2027-01-19T09:00', '2027-01-19T10:00', '2027-01-19T11:00']);
  });

  it('keep the order of the group’s meetings', () => {
    const file = aCaseload([
      aGroup({ offsetsMonths: [0, 1], windowDays: 20, fixed: [{ index: 1, start: '2027-01-20T08:00' }] }),
    ]);
    const days = explained(file).alternatives.map(({ span }) => span.day);

    expect(days.every((day) => day.isBefore(CalendarDate.of('2027-01-20')))).toBe(true);
  });

  it('give, each put in the plan, a plan that breaks no rule and costs the difference more', () => {
    const file = inventedCaseload({ groups: 2, busyShare: 0.5, seed: 7 });
    const caseload = caseloadFrom(file);
    const plan = planCaseload(caseload);
    const written = planFileFor(file);
    for (const { group, index, span } of plan.meetings) {
      const { alternatives } = explainMeeting(caseload, plan, { group, index });
      expect(alternatives).toHaveLength(3);
      for (const { span: other, absent, costDifference } of alternatives) {
        const meetings = written.meetings.map((meeting) => {
          if (meeting.group !== group || meeting.index !== index) return meeting;
          const start = `${other.day.iso}T${other.start.toString()}`;
          return {
            ...meeting,
            start,
            end: `${other.day.iso}T${other.start.plusMinutes(span.minutes).toString()}`,
            absent,
          };
        });
        const { broken, cost } = check(file, { ...written, meetings });
        expect(broken).toEqual([]);
        expect(cost.soft - plan.cost.soft).toBe(costDifference);
      }
    }
  });
});
