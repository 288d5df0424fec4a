import type { Reason } from '../plan';
import type { Board, MeetingAim } from './board';
import { gridOn, openDaysOf } from './slots';
import { isBefore } from './time-on-day';
import type { TimeOnDay } from './time-on-day';

const excludingRules = ['hours', 'busy', 'taken', 'fullDay', 'order'] as const;

type ExcludingRule = (typeof excludingRules)[number];

/** Why a meeting cannot be at a time; without a person it is the group's own order. */
export interface Cause {
  readonly rule: ExcludingRule;
  readonly person?: string;
}

/** Where the group's other meetings lie. */
export interface Neighbour {
  readonly index: number;
  readonly time: TimeOnDay;
}

/** Everything that by itself excludes the time, by the rules every plan must keep. */
export function causesAt(aim: MeetingAim, time: TimeOnDay, neighbours: readonly Neighbour[]): readonly Cause[] {
  const causes: Cause[] = [];
  for (const person of aim.group.core) {
    if (!person.isWithinHours(time)) causes.push({ rule: 'hours', person: person.id });
    if (person.isBusy(time)) causes.push({ rule: 'busy', person: person.id });
    if (person.isTaken(time)) causes.push({ rule: 'taken', person: person.id });
    if (person.hasFullDay(time.day)) causes.push({ rule: 'fullDay', person: person.id });
  }
  if (!neighbours.every((neighbour) => isInOrder(aim.index, time, neighbour))) causes.push({ rule: 'order' });
  return causes;
}

const isInOrder = (index: number, time: TimeOnDay, { index: other, time: otherTime }: Neighbour): boolean =>
  other < index ? isBefore(otherTime, time) : isBefore(time, otherTime);

/** Why no time was found for a meeting: the fewest people and rules that together exclude every one. */
export function whyUnplaced(aim: MeetingAim, board: Board, neighbours: readonly Neighbour[]): readonly Reason[] {
  const window = { target: aim.target.iso, days: aim.group.wish.windowDays };
  const days = openDaysOf(aim, board);
  if (days.length === 0) return [{ rule: 'unplaced.closedDays', values: window }];
  const times = days.flatMap((day) => gridOn(day, aim));
  if (times.length === 0) return [{ rule: 'unplaced.dayTooShort', values: { minutes: aim.group.wish.minutes } }];
  const excluded = times.map((time) => causesAt(aim, time, neighbours));
  if (excluded.some((causes) => causes.length === 0)) return [{ rule: 'unplaced.searchEnded', values: window }];
  return reasonsFrom(fewestCauses(excluded), window);
}

/** One reason a rule, with everybody it is about. */
function reasonsFrom(causes: readonly Cause[], values: Reason['values']): readonly Reason[] {
  return excludingRules.flatMap((rule) => {
    const found = causes.filter((cause) => cause.rule === rule);
    if (found.length === 0) return [];
    const people = found.flatMap(({ person }) => person ?? []);
    return [{ rule: `unplaced.${rule}`, values, ...(people.length > 0 ? { people } : {}) }];
  });
}

/** The fewest causes of which every time has one: exact up to three, beyond that the widest first. */
export function fewestCauses(excluded: readonly (readonly Cause[])[]): readonly Cause[] {
  const causes = distinct(excluded.flat());
  for (const size of [1, 2, 3]) {
    const found = choicesOf(causes, size).find((chosen) => coversAll(chosen, excluded));
    if (found) return found;
  }
  return withoutNeedless(widestFirst(causes, excluded), excluded);
}

const keyOf = ({ rule, person = '' }: Cause): string => `${rule} ${person}`;

function distinct(causes: readonly Cause[]): readonly Cause[] {
  return [...new Map(causes.map((cause) => [keyOf(cause), cause])).values()];
}

function choicesOf(causes: readonly Cause[], size: number): readonly (readonly Cause[])[] {
  if (size === 0) return [[]];
  return causes.flatMap((cause, at) => choicesOf(causes.slice(at + 1), size - 1).map((rest) => [cause, ...rest]));
}

const isCovered = (chosen: readonly Cause[], causes: readonly Cause[]): boolean =>
  causes.some((cause) => chosen.some((one) => keyOf(one) === keyOf(cause)));

const coversAll = (chosen: readonly Cause[], excluded: readonly (readonly Cause[])[]): boolean =>
  excluded.every((causes) => isCovered(chosen, causes));

function widestFirst(causes: readonly Cause[], excluded: readonly (readonly Cause[])[]): readonly Cause[] {
  const chosen: Cause[] = [];
  for (let left = excluded; left.length > 0; left = left.filter((one) => !isCovered(chosen, one))) {
    const reach = (cause: Cause): number => left.filter((one) => isCovered([cause], one)).length;
    const widest = causes.reduce((best, cause) => (reach(cause) > reach(best) ? cause : best));
    chosen.push(widest);
  }
  return chosen;
}

function withoutNeedless(chosen: readonly Cause[], excluded: readonly (readonly Cause[])[]): readonly Cause[] {
  return chosen.reduce((kept, cause) => {
    const fewer = kept.filter((one) => one !== cause);
    return coversAll(fewer, excluded) ? fewer : kept;
  }, chosen);
}
