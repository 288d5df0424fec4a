import { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { Caseload } from '../domain/caseload';
import type { PlannedGroup } from '../domain/caseload-parts';
import { dateOfNumber, dayNumber } from './day-numbers';
import { FreeTimes } from './free-times';

/** A time at which the whole core could meet if there were no other meetings. */
export interface Choice {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  /** Days from the target. */
  readonly distance: number;
  /** The network members who could come. */
  readonly able: readonly string[];
}

export interface MeetingToPlace {
  readonly group: PlannedGroup;
  readonly index: number;
  readonly target: CalendarDate;
  readonly choices: readonly Choice[];
}

/** Every meeting of the caseload with its choices. Throws when the caseload has a wish that the model does not know. */
export function meetingsToPlace(caseload: Caseload): readonly MeetingToPlace[] {
  caseload.groups.forEach(requireModelled);
  requireNoMore(caseload);
  const times = new Map(caseload.people.map((person) => [person.id, new FreeTimes(person)]));
  const calendar = new SwedishCalendar({ closedDays: caseload.closedDays });
  const openDays = new Map<number, boolean>();
  const isOpen = (day: number): boolean => {
    const known = openDays.get(day) ?? calendar.isOpen(dateOfNumber(day));
    openDays.set(day, known);
    return known;
  };
  return caseload.groups.flatMap((group) =>
    group.offsetsMonths.map((months, index) => {
      const target = group.start.plusMonths(months);
      const days = daysAround(dayNumber(target), group.windowDays).filter(isOpen);
      return { group, index, target, choices: days.flatMap((day) => choicesOn(day, { group, target, times })) };
    }),
  );
}

interface Wanted {
  readonly group: PlannedGroup;
  readonly target: CalendarDate;
  readonly times: ReadonlyMap<string, FreeTimes>;
}

function choicesOn(day: number, { group, target, times }: Wanted): readonly Choice[] {
  const { core, network, minutes, earliest, latest, stepMinutes } = group;
  const choices: Choice[] = [];
  for (let start = earliest.minutes; start + minutes <= latest.minutes; start += stepMinutes) {
    const time = { start, end: start + minutes };
    const isFree = (id: string): boolean => times.get(id)?.isFree(day, time) === true;
    if (!core.every(isFree)) continue;
    choices.push({ day, ...time, distance: Math.abs(day - dayNumber(target)), able: network.filter(isFree) });
  }
  return choices;
}

const daysAround = (day: number, window: number): readonly number[] =>
  Array.from({ length: 2 * window + 1 }, (_, at) => day - window + at);

/** The model has no row for the order of a group's meetings: their windows have to keep it. */
function requireModelled({
  id,
  start,
  offsetsMonths,
  windowDays,
  fixed = [],
  keepMonth,
  preferred,
  atHome,
}: PlannedGroup): void {
  if (fixed.length > 0 || keepMonth === true || preferred || atHome === true)
    throw new Error(`${id} has wishes that the model lacks.`);
  const targets = offsetsMonths.map((months) => dayNumber(start.plusMonths(months)));
  const isApart = targets.every((day, at) => at === 0 || day - (targets[at - 1] ?? day) > 2 * windowDays);
  if (!isApart) throw new Error(`The windows of ${id} overlap, and the model lacks an order of its meetings.`);
}

function requireNoMore({ people, weighed }: Caseload): void {
  if (weighed.length > 0) throw new Error('The model lacks weighed days.');
  const limited = people.find(({ maxPerDay }) => maxPerDay !== undefined);
  if (limited) throw new Error(`The model lacks the meetings a day that ${limited.id} can take.`);
}
