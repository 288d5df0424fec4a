import { caseloadFrom } from '../../../src/planning/caseload-file';
import type { CaseloadFile } from '../../../src/planning/caseload-file';
import { yardstickFor } from '../../../src/planning/bench/yardstick';
import type { Plan } from '../../../src/planning/domain/plan';
import { planCaseload } from '../../../src/planning/domain/plan-caseload';
import { inventedCaseload } from '../../../src/planning/invented-caseload';
import { planFileOf } from '../../../src/planning/plan-file';
import { aCaseload, aGroup, oneMeeting } from '../../support/caseloads';
import { leastCostByTrying } from '../../support/every-plan';
import { check } from '../../support/plan-checker';

const optimumOf = (file: CaseloadFile) => yardstickFor(caseloadFrom(file), { mode: 'optimum', seconds: 20 });
const boundOf = (file: CaseloadFile) => yardstickFor(caseloadFrom(file), { mode: 'bound', seconds: 20 });

type Invention = Omit<Parameters<typeof inventedCaseload>[0], 'busyShare' | 'seed'>;

/** Two meetings a group, and only the busy times around them, as the checker reads every one of those. */
const small = (seed: number, windowDays: number, invention: Invention): CaseloadFile => {
  const { groups, people, ...file } = inventedCaseload({ ...invention, busyShare: 0.6, seed, startSpreadDays: 4 });
  return {
    ...file,
    groups: groups.map((group) => ({ ...group, offsetsMonths: [0, 1], windowDays })),
    people: people.map(({ id, busy = [] }) => ({ id, busy: busy.filter(([from]) => from < '2027-03-01') })),
  };
};

const seeds = [1, 2, 3, 4, 5, 6];

const worth = ({ unplaced, soft }: { readonly unplaced: number; readonly soft: number }): number =>
  unplaced * 1_000_000 + soft;

describe('the yardstick of plans', () => {
  it.each(seeds)('is a sound plan, which the search does not beat, nor the bound exceed (seed %i)', async (seed) => {
    const file = small(seed, 3, { groups: 8 });
    const { status, unplaced, softBound, plan } = await optimumOf(file);
    const bound = await boundOf(file);

    expect(status).toBe('proven');
    expect(plan?.cost).toMatchObject({ unplaced, soft: Math.ceil(softBound - 1e-6) });
    expect(
      check(
        file,
        planFileOf(plan!, 0, (key) => key),
      ),
    ).toEqual({ broken: [], cost: planFileCost(plan!) });
    expect(worth(planCaseload(caseloadFrom(file)).cost)).toBeGreaterThanOrEqual(worth(plan!.cost));
    expect(worth({ unplaced: bound.unplaced, soft: bound.softBound })).toBeLessThanOrEqual(worth(plan!.cost) + 1e-6);
  });

  it.each(seeds)('of one group alone is the best of all plans tried one by one (seed %i)', async (seed) => {
    const file = small(seed, 2, { groups: 1, stepMinutes: 60 });
    const { plan } = await optimumOf(file);

    expect(planFileCost(plan!)).toEqual(leastCostByTrying(file));
  });

  it('gives a professional to one of two meetings at one time, and counts the absence at the other', async () => {
    const meeting = (id: string) =>
      oneMeeting('2027-01-18', { id, core: [`user ${id}`], network: ['nurse'], windowDays: 0, latest: '09:00' });
    const { plan } = await optimumOf(aCaseload([meeting('a'), meeting('b')]));

    expect(plan?.meetings.flatMap(({ absent }) => absent)).toEqual(['nurse']);
    expect(plan?.cost).toEqual({ unplaced: 0, soft: 10, wishes: 0 });
  });

  it('looks on when the linear relaxation would leave out fewer than any plan', async () => {
    // Three people, each in two of three meetings at the same hour: halves of all would leave out one and a half.
    const meeting = (id: string, core: string[]) =>
      oneMeeting('2027-01-18', { id, core, network: [], windowDays: 0, latest: '09:00' });
    const three = (x: string, y: string, z: string) => [
      meeting(x + y, [x, y]),
      meeting(y + z, [y, z]),
      meeting(z + x, [z, x]),
    ];
    const file = aCaseload([...three('a', 'b', 'c'), ...three('d', 'e', 'f')]);

    expect((await boundOf(file)).unplaced).toBe(3);
    expect((await optimumOf(file)).plan?.cost).toEqual({ unplaced: 4, soft: 0, wishes: 0 });
  });

  it.each([
    ['an order of its meetings', aCaseload([aGroup({ windowDays: 15 })])],
    ['meetings a day', aCaseload([aGroup()], [{ id: 'doctor', maxPerDay: 2 }])],
    ['wishes', aCaseload([aGroup({ fixed: [{ index: 0, start: '2027-01-18T08:00' }] })])],
    ['weighed days', { ...aCaseload([aGroup()]), weighed: [{ day: '2027-01-18', cost: 1 }] }],
  ])('refuses a caseload whose rules the model lacks: %s', async (rule, file) => {
    await expect(optimumOf(file)).rejects.toThrow(rule);
  });
});

const planFileCost = ({ cost: { unplaced, soft } }: Plan) => ({ unplaced, soft });
