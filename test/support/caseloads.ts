import { caseloadFrom } from '../../src/planning/caseload-file';
import type { CaseloadFile } from '../../src/planning/caseload-file';
import { planCaseload } from '../../src/planning/domain/plan-caseload';
import type { Plan } from '../../src/planning/domain/plan';
import { planFileOf } from '../../src/planning/plan-file';
import type { PlanFile } from '../../src/planning/plan-file';

export type PersonInFile = CaseloadFile['people'][number];
export type GroupInFile = CaseloadFile['groups'][number];

export const office = (...days: string[]): NonNullable<PersonInFile['hours']> =>
  Object.fromEntries(days.map((day) => [day, [['08:00', '17:00']]]));

/** A year of seven meetings for a user, a coordinator and a doctor, with a mother and a friend beside them. */
export const aGroup = (changes: Partial<GroupInFile> = {}): GroupInFile => ({
  id: 'g1',
  core: ['user', 'coordinator', 'doctor'],
  network: ['mother', 'friend'],
  start: '2027-01-18',
  offsetsMonths: [0, 1, 2, 3, 5, 7, 10],
  minutes: 60,
  windowDays: 10,
  earliest: '08:00',
  latest: '17:00',
  stepMinutes: 60,
  ...changes,
});

/** One meeting only, aiming at the day. */
export const oneMeeting = (start: string, changes: Partial<GroupInFile> = {}): GroupInFile =>
  aGroup({ start, offsetsMonths: [0], ...changes });

/** Everybody the groups name is listed; `people` tells only what is particular about some. */
export function aCaseload(groups: readonly GroupInFile[], people: readonly PersonInFile[] = []): CaseloadFile {
  const particular = new Map(people.map((person) => [person.id, person]));
  const named = new Set(groups.flatMap(({ core, network = [] }) => [...core, ...network]));
  const everyone = [...named].map((id) => particular.get(id) ?? { id });
  return { zone: 'Europe/Stockholm', holidays: 'SE', people: everyone, groups: [...groups] };
}

export const planOf = (file: CaseloadFile): Plan => planCaseload(caseloadFrom(file));

/** The plan as the command would write it, with the rules' keys for words. */
export const planFileFor = (file: CaseloadFile): PlanFile => planFileOf(planOf(file), 0, (key) => key);

/** A plan's meetings as `2027-01-18T08:00`. */
export const startsOf = (plan: Plan): readonly string[] =>
  plan.meetings.map(({ span }) => `${span.day.iso}T${span.start.toString()}`);
