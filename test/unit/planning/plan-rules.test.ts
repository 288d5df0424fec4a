import fc from 'fast-check';
import type { CaseloadFile } from '../../../src/planning/caseload-file';
import { inventedCaseload, regionKinds } from '../../../src/planning/invented-caseload';
import { aCaseload, aGroup, planFileFor } from '../../support/caseloads';
import type { GroupInFile, PersonInFile } from '../../support/caseloads';
import { leastCostByTrying } from '../../support/every-plan';
import { check } from '../../support/plan-checker';

const day = (offset: number): string => new Date(Date.UTC(2027, 2, 1) + offset * 86_400_000).toISOString().slice(0, 10);
const two = (hour: number): string => String(hour).padStart(2, '0');

const busyTime = fc
  .tuple(fc.nat(80), fc.integer({ min: 7, max: 16 }), fc.integer({ min: 1, max: 60 }))
  .map(([date, hour, hours]): [string, string] => {
    const until = new Date(Date.parse(`${day(date)}T${two(hour)}:00Z`) + hours * 3_600_000);
    return [`${day(date)}T${two(hour)}:00`, until.toISOString().slice(0, 16)];
  });

const hours = fc
  .subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], { minLength: 2 })
  .chain((days) =>
    fc
      .tuple(fc.integer({ min: 7, max: 11 }), fc.integer({ min: 12, max: 18 }))
      .map(([from, until]): PersonInFile['hours'] =>
        Object.fromEntries(days.map((name) => [name, [[`${two(from)}:00`, `${two(until)}:00`]]])),
      ),
  );

const personNamed = (id: string): fc.Arbitrary<PersonInFile> =>
  fc
    .record(
      { hours, busy: fc.array(busyTime, { maxLength: 12 }), maxPerDay: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: [] },
    )
    .map((particular) => ({ id, ...particular }));

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const everyone = fc.tuple(...names.map(personNamed));

const groupNamed = (id: string): fc.Arbitrary<GroupInFile> =>
  fc
    .record({
      members: fc.shuffledSubarray(names, { minLength: 3, maxLength: 6 }),
      start: fc.nat(20).map(day),
      offsetsMonths: fc.constantFrom<number[]>([0], [0, 1], [0, 0, 1], [0, 1, 2]),
      minutes: fc.constantFrom(30, 60, 90, 120),
      windowDays: fc.integer({ min: 0, max: 20 }),
      latest: fc.constantFrom('10:00', '12:00', '17:00'),
      stepMinutes: fc.constantFrom(30, 60, 120),
    })
    .map(({ members, ...rest }) => aGroup({ ...rest, id, core: members.slice(0, 2), network: members.slice(2) }));

const fixedIn = (group: GroupInFile, offset: number): GroupInFile => ({
  ...group,
  fixed: [{ index: 0, start: `${day(offset)}T09:00` }],
});

const caseload = fc
  .record({
    people: everyone,
    groups: fc
      .integer({ min: 1, max: 6 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => groupNamed(`g${String(at)}`)))),
    fixed: fc.option(fc.nat(20)),
    closedDays: fc.array(fc.nat(80).map(day), { maxLength: 4 }),
  })
  .map(({ people, groups, fixed, closedDays }): CaseloadFile => {
    const [first, ...rest] = groups;
    const all = fixed === null || !first ? groups : [fixedIn(first, fixed), ...rest];
    return { ...aCaseload(all, people), closedDays };
  });

/** Small enough for every plan to be tried. */
const tiny = fc
  .record({
    people: fc.tuple(...names.slice(0, 5).map((id) => personNamed(id))),
    group: groupNamed('g'),
    windowDays: fc.integer({ min: 0, max: 4 }),
    offsetsMonths: fc.constantFrom<number[]>([0], [0, 0], [0, 1], [1, 2]),
  })
  .map(({ people, group, windowDays, offsetsMonths }) => {
    const lone = { ...group, core: ['a', 'b'], network: ['c', 'd', 'e'], windowDays, offsetsMonths, stepMinutes: 120 };
    const network = people.slice(2).map((person) => ({ ...person, maxPerDay: 100 }));
    return aCaseload([lone], [...people.slice(0, 2), ...network]);
  });

const worth = ({ unplaced, soft }: CaseloadFileCost): number => unplaced * 1_000_000 + soft;
type CaseloadFileCost = ReturnType<typeof leastCostByTrying>;

describe('every plan', () => {
  it('breaks no rule and tells its cost truly', () => {
    fc.assert(
      fc.property(caseload, (file) => {
        const plan = planFileFor(file);
        const verdict = check(file, plan);

        expect(verdict.broken).toEqual([]);
        expect(verdict.cost).toEqual(plan.cost);
      }),
      { numRuns: 100 },
    );
  });

  it.each(['ordinary', 'tight', 'overloaded'] as const)('of an invented region, %s, breaks no rule', (kind) => {
    const file = inventedCaseload({ groups: 30, seed: 7, ...regionKinds[kind] });
    const plan = planFileFor(file);
    const verdict = check(file, plan);

    expect(verdict.broken).toEqual([]);
    expect(verdict.cost).toEqual(plan.cost);
  });

  it('is the same for the same caseload', () => {
    fc.assert(
      fc.property(caseload, (file) => {
        expect(planFileFor(file)).toEqual(planFileFor(structuredClone(file)));
      }),
      { numRuns: 40 },
    );
  });

  it('never moves a fixed meeting', () => {
    fc.assert(
      fc.property(caseload, fc.nat(20), (file, offset) => {
        const groups = [fixedIn(file.groups[0]!, offset), ...file.groups.slice(1)];
        const { meetings } = planFileFor({ ...file, groups });

        expect(meetings.find(({ group, index }) => group === 'g0' && index === 0)?.start).toBe(`${day(offset)}T09:00`);
      }),
      { numRuns: 40 },
    );
  });

  it('of one group alone is as good as the best of all plans tried one by one', () => {
    fc.assert(
      fc.property(tiny, (file) => {
        expect(planFileFor(file).cost).toEqual(leastCostByTrying(file));
      }),
      { numRuns: 60 },
    );
  });

  it('of one group alone is never worse when somebody has less to do', () => {
    fc.assert(
      fc.property(caseload, fc.nat(6), (file, which) => {
        const alone = { ...file, groups: file.groups.slice(0, 1) };
        const people = file.people.map((person, at) => (at === which ? { ...person, busy: [] } : person));

        expect(worth(planFileFor({ ...alone, people }).cost)).toBeLessThanOrEqual(worth(planFileFor(alone).cost));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the checker of plans', () => {
  const file = aCaseload([aGroup(), aGroup({ id: 'g2', core: ['doctor'], network: ['mother'] })]);
  const plan = planFileFor(file);
  const withFirst = (changes: object) => ({
    ...plan,
    meetings: [{ ...plan.meetings[0]!, ...changes }, ...plan.meetings.slice(1)],
  });

  it.each([
    ['weekend', { start: '2027-01-16T08:00', end: '2027-01-16T09:00' }],
    ['window', { start: '2027-02-01T08:00', end: '2027-02-01T09:00' }],
    ['grid', { start: '2027-01-18T08:30', end: '2027-01-18T09:30' }],
    ['latest', { start: '2027-01-18T17:00', end: '2027-01-18T18:00' }],
    ['length', { end: '2027-01-18T09:30' }],
    ['core doctor absent', { absent: ['doctor'] }],
    ['mother absent from 2027-01-18T08:00 for no reason', { absent: ['mother'] }],
    ['doctor in two meetings at 2027-01-18T09:00', { start: '2027-01-18T09:00', end: '2027-01-18T10:00' }],
    ['order at 2027-02-18T08:00', { start: '2027-02-18T08:00', end: '2027-02-18T09:00' }],
  ])('finds a broken rule: %s', (rule, changes) => {
    expect(check(file, plan).broken).toEqual([]);
    expect(check(file, withFirst(changes)).broken).toContain(rule);
  });
});
