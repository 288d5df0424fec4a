import type { Board, GroupOnBoard } from './board';
import { aimsOf } from './board';
import { isBetter, noRank, rankOf, sum, unplacedRank } from './rank';
import type { Rank } from './rank';
import { bestRow } from './row';
import type { DaySlots, Row } from './row';
import type { Booking } from './seating';
import { book, cancel, costNow } from './slot';
import type { Slot } from './slot';
import { slotAt, slotsByDay } from './slots';
import { overlap } from './time-on-day';

export type ShouldStop = () => boolean;

interface GroupToPlace {
  readonly group: GroupOnBoard;
  readonly meetings: readonly DaySlots[];
  /** The slots of its meetings with the fewest: the smaller, the less the group can give way. */
  readonly room: number;
  /** Where its meetings would be if there were no other groups. */
  readonly wanted: readonly Slot[];
  placed: readonly Slot[];
}

/** Books every group's meetings on the board; what it returns is booked in the people's diaries too. */
export function placeAll(board: Board, shouldStop: ShouldStop): readonly Slot[] {
  const fixed = board.groups.flatMap((group) => fixedSlots(group, board));
  fixed.forEach(book);
  const groups = board.groups.map((group) => toPlace(group, board)).sort(byRoom);
  for (const group of groups) place(group, bestRow(group.meetings).slots);
  while (!shouldStop() && improveOnce(groups, shouldStop));
  return [...fixed, ...groups.flatMap(({ placed }) => placed)];
}

const fixedSlots = (group: GroupOnBoard, board: Board): readonly Slot[] =>
  aimsOf(group).flatMap((aim) => (aim.fixed ? [slotAt(aim, aim.fixed, board)] : []));

function toPlace(group: GroupOnBoard, board: Board): GroupToPlace {
  const aims = aimsOf(group);
  const meetings = aims.filter(({ fixed }) => !fixed).map((aim) => slotsByDay(aim, aims, board));
  const sizes = meetings.map((days) => [...days.values()].reduce((slots, day) => slots + day.length, 0));
  return { group, meetings, room: Math.min(...sizes), wanted: bestRow(meetings).slots, placed: [] };
}

const byRoom = (a: GroupToPlace, b: GroupToPlace): number =>
  a.room === b.room ? a.group.place - b.group.place : a.room - b.room;

function place(group: GroupToPlace, slots: readonly Slot[]): void {
  slots.forEach(book);
  group.placed = slots;
}

function clear(group: GroupToPlace): Row {
  const { placed: slots } = group;
  slots.forEach(cancel);
  const rank = bookInTurn(slots);
  slots.forEach(cancel);
  group.placed = [];
  return { slots, rank: sum(rank, unplacedRank(group.meetings.length - slots.length)) };
}

/** What the slots cost together, the absences they cause each other counted once. */
function bookInTurn(slots: readonly Slot[]): Rank {
  let rank = noRank;
  for (const slot of slots) {
    rank = sum(rank, rankOf(slot, costNow(slot) ?? 0));
    book(slot);
  }
  return rank;
}

/** One round over all groups; true when the plan became better, so that rounds end. */
function improveOnce(groups: readonly GroupToPlace[], shouldStop: ShouldStop): boolean {
  let improved = false;
  for (const group of groups) {
    if (shouldStop()) return false;
    if (replan([group])) improved = true;
  }
  for (const group of groups)
    for (const other of rivalsOf(group, groups)) {
      if (shouldStop()) return false;
      if (replan([group, other])) improved = true;
    }
  return improved;
}

/** Takes the groups' meetings away and plans them anew, each in turn at its best; keeps the better of the two. */
function replan(groups: readonly GroupToPlace[]): boolean {
  const before = [...groups].reverse().map((group) => ({ group, row: clear(group) }));
  const rankBefore = before.reduce((rank, { row }) => sum(rank, row.rank), noRank);
  let rank = noRank;
  for (const group of groups) {
    const row = bestRow(group.meetings);
    place(group, row.slots);
    rank = sum(rank, row.rank);
  }
  if (isBetter(rank, rankBefore)) return true;
  for (const group of groups) group.placed.forEach(cancel);
  for (const { group, row } of before) place(group, row.slots);
  return false;
}

/** The other groups whose meetings stand where this group would rather be, or could have a meeting it has unplaced. */
function rivalsOf(group: GroupToPlace, groups: readonly GroupToPlace[]): readonly GroupToPlace[] {
  const missed = group.wanted.filter((slot) => !group.placed.includes(slot));
  const inTheWay = [
    ...missed.flatMap((slot) => bookingsOver(slot)),
    ...[...unplacedDays(group)].flatMap((day) => group.group.core.flatMap((person) => person.coreOn(day))),
  ];
  const rivals = new Set(inTheWay.map(({ time }) => time.group));
  return groups.filter((other) => other !== group && rivals.has(other.group.place));
}

const bookingsOver = (slot: Slot): readonly Booking[] =>
  [...slot.core, ...slot.able]
    .flatMap((person) => person.bookingsOn(slot.day))
    .filter(({ time }) => overlap(time, slot));

function unplacedDays({ meetings, placed }: GroupToPlace): ReadonlySet<number> {
  const indexes = new Set(placed.map(({ index }) => index));
  const days = new Set<number>();
  for (const slots of meetings) for (const [day, [slot]] of slots) if (slot && !indexes.has(slot.index)) days.add(day);
  return days;
}
