import type { CaseloadFile } from '../../src/planning/caseload-file';
import { check, couldCome, targetOf } from './plan-checker';
import type { Verdict } from './plan-checker';
import type { PlanFile } from '../../src/planning/plan-file';

type Group = CaseloadFile['groups'][number];
type Meeting = PlanFile['meetings'][number];

const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** Every start on the grid within the window, closed days too: the checker throws those plans away. */
function startsOf(group: Group, index: number): readonly string[] {
  const target = Date.parse(`${targetOf(group, index)}T00:00Z`);
  const starts: string[] = [];
  for (let days = -group.windowDays; days <= group.windowDays; days += 1) {
    const date = wall(target + days * 86_400_000).slice(0, 10);
    const latest = Date.parse(`${date}T${group.latest}Z`) - group.minutes * 60_000;
    for (let at = Date.parse(`${date}T${group.earliest}Z`); at <= latest; at += group.stepMinutes * 60_000)
      starts.push(wall(at));
  }
  return starts;
}

function meetingAt(file: CaseloadFile, group: Group, index: number, start: string): Meeting {
  const end = wall(Date.parse(`${start}Z`) + group.minutes * 60_000);
  const [from, until] = [start, end].map((text) => Date.parse(`${text}Z`) / 60_000);
  const absent = (group.network ?? []).filter(
    (id) =>
      !couldCome(
        file.people.find((person) => person.id === id)!,
        from!,
        until!,
      ),
  );
  return { group: group.id, index, target: targetOf(group, index), start, end, absent };
}

/** The least cost over all sound plans of one group alone, found by trying every one. `maxPerDay` must not bind for network members. */
export function leastCostByTrying(file: CaseloadFile): Verdict['cost'] {
  const group = file.groups[0]!;
  const options = group.offsetsMonths.map((_, index) =>
    startsOf(group, index)
      .map((start) => meetingAt(file, group, index, start))
      .filter((meeting) => isSoundAlone(file, meeting)),
  );
  let least: Verdict['cost'] = { unplaced: Infinity, soft: Infinity };
  for (const meetings of combinations(options)) {
    const { broken, cost } = check(file, planWith(group, meetings));
    const isLess = cost.unplaced - least.unplaced || cost.soft - least.soft;
    if (broken.length === 0 && isLess < 0) least = cost;
  }
  return least;
}

/** Only to keep the number of combinations small: a meeting unsound alone is unsound in every plan. */
const isSoundAlone = (file: CaseloadFile, meeting: Meeting): boolean =>
  check(file, planWith(file.groups[0]!, [meeting])).broken.length === 0;

const planWith = (group: Group, meetings: readonly Meeting[]): PlanFile => ({
  meetings,
  unplaced: group.offsetsMonths
    .map((_, index) => ({ group: group.id, index, why: '' }))
    .filter(({ index }) => !meetings.some((meeting) => meeting.index === index)),
  cost: { unplaced: 0, soft: 0 },
  seconds: 0,
});

function* combinations(options: readonly (readonly Meeting[])[]): Generator<readonly Meeting[]> {
  const [first, ...rest] = options;
  if (!first) {
    yield [];
    return;
  }
  for (const others of combinations(rest)) {
    yield others;
    for (const meeting of first) yield [meeting, ...others];
  }
}
