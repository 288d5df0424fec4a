import { IANAZone } from 'luxon';
import { DomainError } from '../../kernel/domain-error';
import type {
  BusyTime,
  CaseloadParts,
  FixedMeeting,
  PlannedGroup,
  PlannedPerson,
  WallTime,
  WorkingHours,
} from './caseload-parts';
import { dayKeys } from './day-keys';

export function requireSoundCaseload({ zone, people, groups, weighed = [] }: CaseloadParts): void {
  if (!IANAZone.isValidZone(zone)) throw new DomainError('zoneUnknown', { place: 'zone', given: zone });
  requireDifferentIds('people', people);
  requireDifferentIds('groups', groups);
  people.forEach((person, at) => {
    requireSoundPerson(person, `people[${String(at)}]`);
  });
  const known = new Set(people.map(({ id }) => id));
  groups.forEach((group, at) => {
    requireSoundGroup(group, known, `groups[${String(at)}]`);
  });
  weighed.forEach(({ cost }, at) => {
    requireWhole(`weighed[${String(at)}].cost`, cost, { min: 0, max: 1000 });
  });
}

function requireDifferentIds(list: string, members: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  members.forEach(({ id }, at) => {
    if (seen.has(id)) throw new DomainError('idTwice', { place: `${list}[${String(at)}].id`, id, list });
    seen.add(id);
  });
}

function requireSoundPerson(person: PlannedPerson, place: string): void {
  const { busy = [], maxPerDay = 1, travelMinutes = 0 } = person;
  const hours: WorkingHours = person.hours ?? new Map();
  for (const [weekday, intervals] of hours)
    intervals.forEach(({ from, until }, at) => {
      if (from.isBefore(until)) return;
      const where = `${place}.hours.${dayKeys[weekday - 1] ?? ''}[${String(at)}]`;
      throw new DomainError('intervalReversed', { place: where, from: from.toString(), until: until.toString() });
    });
  busy.forEach((time, at) => {
    requireInOrder(time, `${place}.busy[${String(at)}]`);
  });
  requireWhole(`${place}.maxPerDay`, maxPerDay, { min: 1, max: 100 });
  requireWhole(`${place}.travelMinutes`, travelMinutes, { min: 0, max: 240 });
}

const wallText = ({ day, time }: WallTime): string => `${day.iso}T${time.toString()}`;

function requireInOrder({ from, until }: BusyTime, place: string): void {
  if (wallText(from) < wallText(until)) return;
  throw new DomainError('intervalReversed', { place, from: wallText(from), until: wallText(until) });
}

function requireSoundGroup(group: PlannedGroup, known: ReadonlySet<string>, place: string): void {
  requireKnownOnce(group, known, place);
  requireWhole(`${place}.minutes`, group.minutes, { min: 1, max: 1439 });
  requireWhole(`${place}.windowDays`, group.windowDays, { min: 0, max: 366 });
  requireWhole(`${place}.stepMinutes`, group.stepMinutes, { min: 1, max: 1439 });
  if (!group.earliest.isBefore(group.latest)) {
    const hours = { from: group.earliest.toString(), until: group.latest.toString() };
    throw new DomainError('earliestNotBeforeLatest', { place: `${place}.earliest`, ...hours });
  }
  requireRising(group.offsetsMonths, `${place}.offsetsMonths`);
  requireSoundFixed(group, place);
  requireWhole(`${place}.preferred.cost`, group.preferred?.cost ?? 0, { min: 0, max: 1000 });
}

function requireKnownOnce({ core, network }: PlannedGroup, known: ReadonlySet<string>, place: string): void {
  const seen = new Set<string>();
  for (const [list, members] of Object.entries({ core, network }))
    members.forEach((person, at) => {
      const where = `${place}.${list}[${String(at)}]`;
      if (!known.has(person)) throw new DomainError('personNotListed', { place: where, person });
      if (seen.has(person)) throw new DomainError('personTwiceInGroup', { place: where, person });
      seen.add(person);
    });
}

function requireRising(offsets: readonly number[], place: string): void {
  let before = 0;
  offsets.forEach((months, at) => {
    const where = `${place}[${String(at)}]`;
    requireWhole(where, months, { min: 0, max: 1200 });
    if (months < before) throw new DomainError('offsetFalling', { place: where, given: months, before });
    before = months;
  });
}

function requireSoundFixed({ fixed = [], offsetsMonths, minutes }: PlannedGroup, place: string): void {
  const places = new Map(fixed.map((meeting, at) => [meeting, `${place}.fixed[${String(at)}]`]));
  let before: FixedMeeting | undefined;
  for (const meeting of [...fixed].sort((a, b) => a.index - b.index)) {
    const where = places.get(meeting) ?? place;
    requireWhole(`${where}.index`, meeting.index, { min: 0, max: offsetsMonths.length - 1 });
    if (meeting.start.time.minutes + minutes > 1439) throw new DomainError('fixedPastMidnight', { place: where });
    if (before && !isAfter(meeting, before, minutes))
      throw new DomainError('fixedOutOfOrder', { place: where, index: meeting.index, before: before.index });
    before = meeting;
  }
}

const isAfter = (meeting: FixedMeeting, before: FixedMeeting, minutes: number): boolean =>
  meeting.index > before.index &&
  wallText(meeting.start) >= wallText({ day: before.start.day, time: before.start.time.plusMinutes(minutes) });

interface Range {
  readonly min: number;
  readonly max: number;
}

function requireWhole(place: string, given: number, { min, max }: Range): void {
  if (!Number.isInteger(given) || given < min || given > max)
    throw new DomainError('numberOutOfRange', { place, given, min, max });
}
