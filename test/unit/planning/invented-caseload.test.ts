import type { CaseloadFile } from '../../../src/planning/caseload-file';
import { inventedCaseload, regionKinds } from '../../../src/planning/invented-caseload';

const region = inventedCaseload({ ...regionKinds.ordinary, groups: 120, seed: 3 });

const groupsOf = ({ groups }: CaseloadFile, role: string): readonly number[] => {
  const counts = new Map<string, number>();
  for (const { core, network = [] } of groups)
    for (const id of [...core, ...network]) if (id.startsWith(role)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts.values()];
};

const share = (part: number, whole: number): number => Math.round((part / whole) * 100);
const clock = (wall: string): number => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14));

describe('an invented region', () => {
  it('is the same for the same seed, and another for another', () => {
    const written = (seed: number): string =>
      JSON.stringify(inventedCaseload({ ...regionKinds.ordinary, groups: 20, seed }));

    expect(written(3)).toBe(written(3));
    expect(written(3)).not.toBe(written(4));
  });

  it('shares its coordinators and doctors as its kind says', () => {
    expect(groupsOf(region, 'coordinator')).toEqual([25, 25, 25, 25, 20]);
    expect(groupsOf(region, 'doctor')).toEqual([60, 60]);
    expect(groupsOf(inventedCaseload({ ...regionKinds.overloaded, groups: 120, seed: 3 }), 'doctor')).toEqual([90, 30]);
  });

  it('gives a third of the network’s seats to professionals in about six groups each', () => {
    const networks = region.groups.map(({ network = [] }) => network.length);
    const seats = networks.reduce((total, size) => total + size, 0);
    const professionals = groupsOf(region, 'professional');
    const taken = professionals.reduce((total, groups) => total + groups, 0);

    expect(new Set(networks)).toEqual(new Set([3, 4, 5]));
    expect(share(taken, seats)).toBeGreaterThan(28);
    expect(share(taken, seats)).toBeLessThan(38);
    expect(Math.round(taken / professionals.length)).toBe(6);
  });

  it('takes the told part of everybody’s working time, on half-hours', () => {
    const all = region.people.flatMap(({ busy = [] }) => busy);
    const minutes = all.reduce((total, [from, until]) => total + clock(until) - clock(from), 0);
    const days = new Set(all.map(([from]) => from.slice(0, 10))).size;

    expect(share(minutes, region.people.length * days * 540)).toBe(35);
    expect(all.every(([from, until]) => clock(from) % 30 === 0 && clock(until) - clock(from) <= 180)).toBe(true);
  });

  it('starts its years within the told days, on grids of 30 and 60 minutes', () => {
    const { groups } = inventedCaseload({ ...regionKinds.tight, groups: 120, seed: 3 });
    const starts = groups.map(({ start }) => start).sort();
    const halfHourGrids = groups.filter(({ stepMinutes }) => stepMinutes === 30).length;

    expect(Date.parse(starts.at(-1)!) - Date.parse(starts[0]!)).toBeLessThan(30 * 86_400_000);
    expect(share(halfHourGrids, groups.length)).toBeGreaterThan(40);
    expect(share(halfHourGrids, groups.length)).toBeLessThan(60);
    expect(new Set(groups.map(({ minutes }) => minutes))).toEqual(new Set([60, 90]));
  });
});
