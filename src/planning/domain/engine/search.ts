import type { Board, GroupOnBoard } from './board';
import { aimsOf } from './board';
import { repeatableDice } from './dice';
import { bestInsertion, make } from './insertion';
import { makeRoom } from './making-room';
import { unplacedWeight } from './rank';
import { bestRow } from './row';
import { book, MeetingToPlace, weightNow } from './slot';
import type { Slot } from './slot';
import { slotAt, slotsOf } from './slots';

export interface Watch {
  /** Asked between two steps; once true, the best plan so far is given. */
  readonly shouldStop: () => boolean;
  /** Told how far the search has come: 0 to 1. */
  readonly progress: (share: number) => void;
}

type Rows = readonly (readonly MeetingToPlace[])[];

/** How many meetings may give way in turn for one to lie better. */
const depth = 4;
/** Times looked at for one meeting at most, and on average for all of them together. */
const effortForOne = 3000;
const effortOnAverage = 3000;

/** Books every group's meetings on the board, and gives those of each group; they are in the people's diaries too. */
export function placeAll(board: Board, watch: Watch): readonly (readonly Slot[])[] {
  const fixed = board.groups.map((group) => fixedSlots(group, board));
  fixed.flat().forEach(book);
  const rows = board.groups.map((group) => toPlace(group, board));
  watch.progress(0.3);
  const meetings = rows.flat().sort((a, b) => a.slots.length - b.slots.length);
  for (const meeting of meetings) placeWhereFree(meeting);
  makeRoom(meetings, { dice: repeatableDice(1), shouldStop: watch.shouldStop });
  watch.progress(0.6);
  const improving = { shouldStop: watch.shouldStop, effort: { left: effortOnAverage * meetings.length } };
  while (improveAll(rows, meetings, improving));
  // Where others moved away at the very end there may be room.
  for (const meeting of meetings) if (!meeting.placed) placeWhereFree(meeting);
  return rows.map((row, at) => [...(fixed[at] ?? []), ...row.flatMap(({ placed }) => placed ?? [])]);
}

const fixedSlots = (group: GroupOnBoard, board: Board): readonly Slot[] =>
  aimsOf(group).flatMap((aim) => (aim.fixed ? [slotAt(aim, aim.fixed, { board })] : []));

function toPlace(group: GroupOnBoard, board: Board): readonly MeetingToPlace[] {
  const meetings = aimsOf(group)
    .filter(({ fixed }) => !fixed)
    .map((aim) => new MeetingToPlace(aim.index, (meeting) => slotsOf(aim, board, meeting)));
  for (const meeting of meetings) meeting.keepOrderWith(meetings);
  return meetings;
}

/** Nobody gives way. */
function placeWhereFree(meeting: MeetingToPlace): void {
  const found = bestInsertion(meeting, { depth: 0, below: unplacedWeight, held: [], effort: { left: Infinity } });
  if (found) make(found.moves);
}

interface Improving {
  readonly shouldStop: () => boolean;
  /** Times that may still be looked at. */
  readonly effort: { left: number };
}

/** One round; true when the plan became better, so that rounds end. */
function improveAll(rows: Rows, meetings: readonly MeetingToPlace[], { shouldStop, effort }: Improving): boolean {
  let improved = false;
  const isOver = (): boolean => effort.left <= 0 || shouldStop();
  for (const row of rows)
    if (row.some(({ mayBreakOrder }) => mayBreakOrder) && !isOver() && improveRow(row)) improved = true;
  for (const meeting of meetings) if (!isOver() && improve(meeting, effort)) improved = true;
  return improved;
}

/** Places a meeting anew where that is better for the whole; tells whether it was. */
function improve(meeting: MeetingToPlace, effort: Improving['effort']): boolean {
  const slot = meeting.lift();
  const below = slot ? weightNow(slot) : unplacedWeight;
  const own = { left: effortForOne };
  const found =
    below > meeting.leastWeight ? bestInsertion(meeting, { depth, below, held: [], effort: own }) : undefined;
  effort.left -= effortForOne - own.left;
  if (found) make(found.moves);
  else if (slot) meeting.place(slot);
  return found !== undefined;
}

/** Places a group's meetings anew together, none giving way; for those that could come into each other's order. */
function improveRow(row: readonly MeetingToPlace[]): boolean {
  const before = row.map((meeting) => {
    const slot = meeting.lift();
    return { meeting, slot, weight: slot ? weightNow(slot) : unplacedWeight };
  });
  const best = bestRow(row);
  const isBetter = best.weight < before.reduce((sum, { weight }) => sum + weight, 0);
  for (const slot of isBetter ? best.slots : before.flatMap((one) => one.slot ?? [])) slot.owner?.place(slot);
  return isBetter;
}
