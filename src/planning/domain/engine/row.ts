import { isBetter, noRank, rankOf, sum, unplacedRank } from './rank';
import type { Rank } from './rank';
import { book, cancel, costNow, leastCost } from './slot';
import type { Slot } from './slot';
import { isBefore } from './time-on-day';

export type DaySlots = ReadonlyMap<number, readonly Slot[]>;

/** One group's meetings, each with a slot or left out, and how good that is beside the meetings booked so far. */
export interface Row {
  readonly rank: Rank;
  readonly slots: readonly Slot[];
}

interface Choice {
  readonly rank: Rank;
  readonly last?: { readonly slots: readonly Slot[]; readonly before: Choice };
}

const nothing: Choice = { rank: noRank };

/**
 * The best row for one group beside the meetings booked so far, by dynamic programming over the days: `best[n]` is the
 * best way to decide the first n meetings with all of them on the days seen. A day takes one meeting, or two when their
 * windows share it; a third on the same day is not tried (windows of more than 29 days each way would be needed).
 */
export function bestRow(meetings: readonly DaySlots[]): Row {
  let best = withSkips([nothing], meetings.length);
  for (const day of daysOf(meetings)) best = withDay(best, meetings, day);
  return rowOf(best.at(-1) ?? nothing);
}

const daysOf = (meetings: readonly DaySlots[]): readonly number[] =>
  [...new Set(meetings.flatMap((days) => [...days.keys()]))].sort((a, b) => a - b);

/** Lets every number of decided meetings also be reached by leaving the next ones out. */
function withSkips(best: readonly Choice[], length: number): readonly Choice[] {
  const result: Choice[] = [];
  for (let decided = 0; decided <= length; decided += 1) {
    const before = result.at(-1);
    const skipped = before && { ...before, rank: sum(before.rank, unplacedRank(1)) };
    const reached = better(best[decided], skipped);
    if (reached) result.push(reached);
  }
  return result;
}

function better(known: Choice | undefined, offered: Choice | undefined): Choice | undefined {
  if (!known || !offered) return known ?? offered;
  return isBetter(offered.rank, known.rank) ? offered : known;
}

function withDay(best: readonly Choice[], meetings: readonly DaySlots[], day: number): readonly Choice[] {
  const next = [...best];
  const offer = (first: number, last: number, found: Row | undefined): void => {
    const before = best[first];
    if (!before || !found) return;
    const rank = sum(sum(before.rank, found.rank), unplacedRank(Math.max(0, last - first - 1)));
    const choice = better(next[last + 1], { rank, last: { slots: found.slots, before } });
    if (choice) next[last + 1] = choice;
  };
  meetings.forEach((days, first) => {
    const slots = days.get(day);
    if (!slots) return;
    offer(first, first, cheapest(slots));
    meetings.slice(first + 1).forEach((later, after) => {
      offer(first, first + 1 + after, cheapestPair(slots, later.get(day) ?? []));
    });
  });
  return withSkips(next, meetings.length);
}

function cheapest(slots: readonly Slot[]): Row | undefined {
  let found: { readonly slot: Slot; readonly cost: number } | undefined;
  for (const slot of slots) {
    // Slots come the cheapest first, and the meetings booked so far can only add to a cost.
    if (found && leastCost(slot) > found.cost) break;
    const cost = costNow(slot);
    if (cost === undefined) continue;
    if (!found || cost < found.cost || (cost === found.cost && slot.start < found.slot.start)) found = { slot, cost };
  }
  return found && { rank: rankOf(found.slot, found.cost), slots: [found.slot] };
}

function cheapestPair(earlier: readonly Slot[], later: readonly Slot[]): Row | undefined {
  let found: Row | undefined;
  if (later.length === 0) return found;
  for (const first of earlier) {
    const cost = costNow(first);
    if (cost === undefined) continue;
    book(first);
    const second = cheapest(later.filter((slot) => isBefore(first, slot)));
    cancel(first);
    if (!second) continue;
    const rank = sum(rankOf(first, cost), second.rank);
    if (!found || isBetter(rank, found.rank)) found = { rank, slots: [first, ...second.slots] };
  }
  return found;
}

function rowOf({ rank, last }: Choice): Row {
  const slots: Slot[] = [];
  for (let step = last; step; step = step.before.last) slots.unshift(...step.slots);
  return { rank, slots };
}
