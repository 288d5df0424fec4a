import type { CaseloadFile } from '../../src/planning/caseload-file';
import type { PlanFile } from '../../src/planning/plan-file';

/*
 * Reads PLANNER's rules anew, in minutes since 1970 and with its own reckoning of Easter, so that a fault of the engine
 * is not repeated here. It shares only the two file formats' types with it.
 */

type Group = CaseloadFile['groups'][number];
type Person = CaseloadFile['people'][number];
type Meeting = PlanFile['meetings'][number];

export interface Verdict {
  readonly broken: readonly string[];
  readonly cost: { readonly unplaced: number; readonly soft: number };
}

const day = 1440;
const minute = (wall: string): number => Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}:00Z`) / 60_000;
const clock = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const iso = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 10);
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekdayOf = (minutes: number) => weekdayNames[new Date(minutes * 60_000).getUTCDay()]!;

/** Gauss's reckoning in the form of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return minute(`${String(year)}-0${String(Math.floor(f / 31))}-${String((f % 31) + 1).padStart(2, '0')}`);
}

function firstFrom(date: string, weekday: string): number {
  let at = minute(date);
  while (weekdayOf(at) !== weekday) at += day;
  return at;
}

export function redDaysAndEves(year: number): ReadonlySet<string> {
  const easter = easterSunday(year);
  const moving = [-2, 0, 1, 39, 49].map((days) => iso(easter + days * day));
  const still = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map(
    (date) => `${String(year)}-${date}`,
  );
  const midsummerDay = firstFrom(`${String(year)}-06-20`, 'sat');
  const allSaints = firstFrom(`${String(year)}-10-31`, 'sat');
  return new Set([...moving, ...still, iso(midsummerDay - day), iso(midsummerDay), iso(allSaints)]);
}

export function targetOf({ start, offsetsMonths }: Group, index: number): string {
  const months = Number(start.slice(5, 7)) - 1 + offsetsMonths[index]!;
  const year = Number(start.slice(0, 4)) + Math.floor(months / 12);
  const last = new Date(Date.UTC(year, (months % 12) + 1, 0)).getUTCDate();
  const date = Math.min(Number(start.slice(8)), last);
  return new Date(Date.UTC(year, months % 12, date)).toISOString().slice(0, 10);
}

const isWithinHours = (person: Person, start: number, end: number): boolean => {
  const weekday = weekdayOf(start);
  const usual: [string, string][] = weekday === 'sat' || weekday === 'sun' ? [] : [['08:00', '17:00']];
  const hours = person.hours ? (person.hours[weekday] ?? []) : usual;
  const midnight = minute(iso(start));
  // Every minute must be covered: two intervals that touch are as good as one.
  for (let at = start - midnight; at < end - midnight; at += 1)
    if (!hours.some(([from, until]) => clock(from) <= at && at < clock(until))) return false;
  return true;
};

const isBusy = ({ busy = [] }: Person, start: number, end: number): boolean =>
  busy.some(([from, until]) => minute(from) < end && start < minute(until));

export const couldCome = (person: Person, start: number, end: number): boolean =>
  isWithinHours(person, start, end) && !isBusy(person, start, end);

const isFixed = (group: Group, { index }: Meeting): boolean => (group.fixed ?? []).some((one) => one.index === index);

function brokenAlone(file: CaseloadFile, group: Group, meeting: Meeting): readonly string[] {
  const start = minute(meeting.start);
  const end = minute(meeting.end);
  const date = meeting.start.slice(0, 10);
  const stands = [
    ['target', meeting.target === targetOf(group, meeting.index)],
    ['length', end - start === group.minutes],
  ] as const;
  const fixed = (group.fixed ?? []).find(({ index }) => index === meeting.index);
  if (fixed) return failed([...stands, ['fixed meeting moved', fixed.start === meeting.start]]);
  const time = clock(meeting.start.slice(11));
  const earliest = clock(group.earliest);
  return failed([
    ...stands,
    ['grid', time >= earliest && (time - earliest) % group.stepMinutes === 0],
    ['latest', time + group.minutes <= clock(group.latest)],
    ['window', Math.abs(minute(date) - minute(meeting.target)) <= group.windowDays * day],
    ['weekend', !['sat', 'sun'].includes(weekdayOf(start))],
    ['red day', !redDaysAndEves(Number(date.slice(0, 4))).has(date)],
    ['closed day', file.closedDays?.includes(date) !== true],
    ...file.people
      .filter(({ id }) => group.core.includes(id))
      .map((person) => [`core ${person.id} away`, couldCome(person, start, end)] as const),
  ]);
}

const failed = (rules: readonly (readonly [rule: string, holds: boolean])[]): readonly string[] =>
  rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));

interface Attendance {
  readonly group: Group;
  readonly meeting: Meeting;
  readonly start: number;
  readonly end: number;
}

function brokenForPerson(person: Person, attended: readonly Attendance[]): readonly string[] {
  const broken: string[] = [];
  const mayStandAlready = (one: Attendance): boolean =>
    isFixed(one.group, one.meeting) && one.group.core.includes(person.id);
  attended.forEach((one, at) => {
    for (const other of attended.slice(at + 1))
      if (one.start < other.end && other.start < one.end && !(mayStandAlready(one) && mayStandAlready(other)))
        broken.push(`${person.id} in two meetings at ${one.meeting.start}`);
    const sameDay = attended.filter(({ start }) => iso(start) === iso(one.start));
    if (sameDay.length > (person.maxPerDay ?? Infinity) && !sameDay.every(mayStandAlready))
      broken.push(`${person.id} in too many meetings on ${iso(one.start)}`);
    if (one.group.network?.includes(person.id) && !couldCome(person, one.start, one.end))
      broken.push(`${person.id} counted as attending ${one.meeting.start}`);
  });
  return broken;
}

function brokenAbsence(person: Person, missed: Attendance, attended: readonly Attendance[]): readonly string[] {
  const sameDay = attended.filter(({ start }) => iso(start) === iso(missed.start));
  const isTaken = sameDay.some(({ start, end }) => start < missed.end && missed.start < end);
  const hasReason =
    !couldCome(person, missed.start, missed.end) || isTaken || sameDay.length >= (person.maxPerDay ?? Infinity);
  return hasReason ? [] : [`${person.id} absent from ${missed.meeting.start} for no reason`];
}

function brokenOrder(meetings: readonly Meeting[]): readonly string[] {
  return meetings.slice(1).flatMap((meeting, at) => {
    const before = meetings[at]!;
    return before.index < meeting.index && before.end <= meeting.start ? [] : [`order at ${meeting.start}`];
  });
}

export function check(file: CaseloadFile, plan: PlanFile): Verdict {
  const groups = new Map(file.groups.map((group) => [group.id, group]));
  const all = plan.meetings.map((meeting) => ({
    group: groups.get(meeting.group)!,
    meeting,
    start: minute(meeting.start),
    end: minute(meeting.end),
  }));
  const broken = all.flatMap(({ group, meeting }) => brokenAlone(file, group, meeting));
  for (const group of file.groups) {
    const own = plan.meetings.filter((meeting) => meeting.group === group.id);
    broken.push(...brokenOrder(own));
    const missing = plan.unplaced.filter((meeting) => meeting.group === group.id);
    const indexes = [...own, ...missing].map(({ index }) => index).sort((a, b) => a - b);
    if (indexes.join() !== group.offsetsMonths.map((_, at) => at).join()) broken.push(`${group.id}: meetings lost`);
  }
  for (const person of file.people) {
    const called = all.filter(({ group }) => [...group.core, ...(group.network ?? [])].includes(person.id));
    const attended = called.filter(({ meeting }) => !meeting.absent.includes(person.id));
    broken.push(...brokenForPerson(person, attended));
    for (const one of called) {
      if (attended.includes(one)) continue;
      if (one.group.core.includes(person.id)) broken.push(`core ${person.id} absent`);
      else broken.push(...brokenAbsence(person, one, attended));
    }
  }
  return { broken, cost: costOf(plan) };
}

function costOf({ meetings, unplaced }: PlanFile): Verdict['cost'] {
  const soft = meetings.reduce((total, { absent, start, target }) => {
    const days = Math.abs(minute(start.slice(0, 10)) - minute(target)) / day;
    return total + 10 * absent.length + days;
  }, 0);
  return { unplaced: unplaced.length, soft };
}
