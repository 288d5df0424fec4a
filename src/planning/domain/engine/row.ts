import { clashesOf } from './insertion';
import { unplacedWeight } from './rank';
import { book, cancel, weightNow } from './slot';
import type { MeetingToPlace, Slot } from './slot';
import { isBefore } from './time-on-day';

/** One group's meetings, each with a slot or left out, and what that weighs beside the meetings booked so far. */
export interface Row {
  readonly weight: number;
  readonly slots: readonly Slot[];
}

interface Choice {
  readonly weight: number;
  readonly last?: { readonly slots: readonly Slot[]; readonly before: Choice };
}

type DaySlots = ReadonlyMap<number, readonly Slot[]>;

const nothing: Choice = { weight: 0 };

/**
 * The best row for one group beside the meetings booked so far, by dynamic programming over the days: `best[n]` is the
 * best way to decide the first n meetings with all of them on the days seen. A day takes one meeting, or two when their
 * windows share it; a third on the same day is not tried (windows of more than 29 days each way would be needed).
 */
export function bestRow(group: readonly MeetingToPlace[]): Row {
  const meetings = group.map(possibleByDay);
  let best = withSkips([nothing], meetings.length);
  for (const day of daysOf(meetings)) best = withDay(best, meetings, day);
  return rowOf(best.at(-1) ?? nothing);
}

function possibleByDay(meeting: MeetingToPlace): DaySlots {
  const days = new Map<number, Slot[]>();
  for (const slot of meeting.slots) {
    if (clashesOf(slot, meeting)?.length !== 0) continue;
    const known = days.get(slot.day);
    if (known) known.push(slot);
    else days.set(slot.day, [slot]);
  }
  return days;
}

const daysOf = (meetings: readonly DaySlots[]): readonly number[] =>
  [...new Set(meetings.flatMap((days) => [...days.keys()]))].sort((a, b) => a - b);

/** Lets every number of decided meetings also be reached by leaving the next ones out. */
function withSkips(best: readonly Choice[], length: number): readonly Choice[] {
  const result: Choice[] = [];
  for (let decided = 0; decided <= length; decided += 1) {
    const before = result.at(-1);
    const skipped = before && { ...before, weight: before.weight + unplacedWeight };
    const reached = better(best[decided], skipped);
    if (reached) result.push(reached);
  }
  return result;
}

function better(known: Choice | undefined, offered: Choice | undefined): Choice | undefined {
  if (!known || !offered) return known ?? offered;
  return offered.weight < known.weight ? offered : known;
}

function withDay(best: readonly Choice[], meetings: readonly DaySlots[], day: number): readonly Choice[] {
  const next = [...best];
  const offer = (first: number, last: number, found: Row | undefined): void => {
    const before = best[first];
    if (!before || !found) return;
    const weight = before.weight + found.weight + unplacedWeight * Math.max(0, last - first - 1);
    const choice = better(next[last + 1], { weight, last: { slots: found.slots, before } });
    if (choice) next[last + 1] = choice;
  };
  meetings.forEach((days, first) => {
    const slots = days.get(day);
    if (!slots) return;
    offer(first, first, lightest(slots));
    meetings.slice(first + 1).forEach((later, after) => {
      offer(first, first + 1 + after, lightestPair(slots, later.get(day) ?? []));
    });
  });
  return withSkips(next, meetings.length);
}

function lightest(slots: readonly Slot[]): Row | undefined {
  let found: Row | undefined;
  for (const slot of slots) {
    // Slots come the lightest first, and the meetings booked so far can only add to a weight.
    if (found && slot.weight > found.weight) break;
    const weight = weightNow(slot);
    if (!found || weight < found.weight) found = { weight, slots: [slot] };
  }
  return found;
}

function lightestPair(earlier: readonly Slot[], later: readonly Slot[]): Row | undefined {
  let found: Row | undefined;
  if (later.length === 0) return found;
  for (const first of earlier) {
    const weight = weightNow(first);
    book(first);
    const second = lightest(later.filter((slot) => isBefore(first, slot) && isFreeFor(slot)));
    cancel(first);
    if (second && (!found || weight + second.weight < found.weight))
      found = { weight: weight + second.weight, slots: [first, ...second.slots] };
  }
  return found;
}

/** A core member may have had the day's last meeting with the first of a pair. */
const isFreeFor = (slot: Slot): boolean => slot.core.every((diary) => diary.inTheWayOf(slot).length === 0);

function rowOf({ weight, last }: Choice): Row {
  const slots: Slot[] = [];
  for (let step = last; step; step = step.before.last) slots.unshift(...step.slots);
  return { weight, slots };
}
