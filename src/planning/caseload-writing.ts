import type { CaseloadFile } from './caseload-file';
import type { Caseload } from './domain/caseload';
import type { DayInterval, PlannedGroup, PlannedPerson, WallTime, WeighedDay } from './domain/caseload-parts';
import { dayKeys, weekdayOfKey } from './domain/day-keys';

type PersonInFile = CaseloadFile['people'][number];
type GroupInFile = CaseloadFile['groups'][number];

/** A caseload as its file would have it: plain enough to be kept, or handed to another thread. */
export function caseloadFileOf({ zone, closedDays, people, groups, weighed }: Caseload): CaseloadFile {
  return {
    zone,
    holidays: 'SE',
    closedDays: closedDays.map(({ day, name }) => (name ? { day: day.iso, name } : day.iso)),
    people: people.map(personOf),
    groups: groups.map(groupOf),
    weighed: weighed.map(weighedDayOf),
  };
}

const wallText = ({ day, time }: WallTime): string => `${day.iso}T${time.toString()}`;

const weighedDayOf = ({ day, ...weighed }: WeighedDay) => ({ ...weighed, day: day.iso });

function personOf({ hours, busy = [], ...rest }: PlannedPerson): PersonInFile {
  return {
    ...rest,
    busy: busy.map(({ from, until }): [string, string] => [wallText(from), wallText(until)]),
    ...(hours ? { hours: hoursOf(hours) } : {}),
  };
}

function hoursOf(hours: NonNullable<PlannedPerson['hours']>): NonNullable<PersonInFile['hours']> {
  const days = dayKeys.map((key) => [key, (hours.get(weekdayOfKey(key)) ?? []).map(pairOf)] as const);
  return Object.fromEntries(days);
}

const pairOf = ({ from, until }: DayInterval): [string, string] => [from.toString(), until.toString()];

function groupOf({ core, network, fixed = [], offsetsMonths, preferred, ...rest }: PlannedGroup): GroupInFile {
  return {
    ...rest,
    core: [...core],
    network: [...network],
    offsetsMonths: [...offsetsMonths],
    start: rest.start.iso,
    earliest: rest.earliest.toString(),
    latest: rest.latest.toString(),
    fixed: fixed.map(({ index, start }) => ({ index, start: wallText(start) })),
    ...(preferred ? { preferred: preferredOf(preferred) } : {}),
  };
}

function preferredOf({ weekdays, from, to, cost }: NonNullable<PlannedGroup['preferred']>) {
  return {
    cost,
    ...(weekdays ? { weekdays: dayKeys.filter((key) => weekdays.includes(weekdayOfKey(key))) } : {}),
    ...(from ? { from: from.toString() } : {}),
    ...(to ? { to: to.toString() } : {}),
  };
}
