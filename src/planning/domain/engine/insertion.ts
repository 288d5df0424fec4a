import { absenceWeight, unplacedWeight, weightOfCost } from './rank';
import type { MeetingToPlace, Slot } from './slot';
import { weightNow } from './slot';

/** A meeting gets a slot, or none. */
export interface Move {
  readonly meeting: MeetingToPlace;
  readonly slot: Slot | undefined;
}

/** A way to place one meeting, others giving way; `weight` is what the plan weighs more with it. */
export interface Insertion {
  readonly weight: number;
  readonly moves: readonly Move[];
}

interface Terms {
  /** How many meetings may give way in turn. */
  readonly depth: number;
  /** Only what weighs less is of interest. */
  readonly below: number;
  /** These have been moved already. */
  readonly held: readonly MeetingToPlace[];
  /** How many times may be looked at in all. */
  readonly effort: { left: number };
}

/** More than two that must give way are seldom all placed again. */
const mostInTheWay = 2;
/** More cost than this is seldom won back from those that give way. */
const mostWonBack = weightOfCost(12);

/** The lightest way to place a meeting that has no slot; others may give way, and again others for them. */
export function bestInsertion(meeting: MeetingToPlace, { depth, below, held, effort }: Terms): Insertion | undefined {
  let best: Insertion | undefined;
  if (unplacedWeight < below) best = { weight: unplacedWeight, moves: [{ meeting, slot: undefined }] };
  for (const slot of meeting.slots) {
    const limit = best?.weight ?? below;
    if (slot.weight - (depth > 0 ? mostWonBack : 0) >= limit || effort.left <= 0) break;
    effort.left -= 1;
    best = insertionAt(slot, meeting, { depth, below: limit, held, effort }) ?? best;
  }
  return best;
}

function insertionAt(slot: Slot, meeting: MeetingToPlace, terms: Terms): Insertion | undefined {
  const clashes = clashesOf(slot, meeting);
  if (clashes === undefined) return undefined;
  if (clashes.length > 0) return withOthersAnew(slot, clashes, meeting, terms);
  const weight = weightNow(slot);
  const here = weight < terms.below ? { weight, moves: [{ meeting, slot }] } : undefined;
  if (terms.depth === 0 || weight - slot.weight < absenceWeight) return here;
  return (
    withOthersAnew(slot, rivalsOf(slot, meeting), meeting, { ...terms, below: here?.weight ?? terms.below }) ?? here
  );
}

/** Places the slot, and the others that stood in its way anew; all stand as before when it returns. */
function withOthersAnew(
  slot: Slot,
  others: readonly MeetingToPlace[],
  meeting: MeetingToPlace,
  { depth, below, held, effort }: Terms,
): Insertion | undefined {
  if (depth === 0 || others.length === 0 || others.length > mostInTheWay) return undefined;
  if (others.some((other) => held.includes(other))) return undefined;
  const lifted = others.map(liftOut);
  const wonBack = lifted.reduce((sum, { weight }) => sum + weight, 0);
  const limit = below + wonBack;
  let found: Insertion | undefined;
  if (slot.weight + leastOf(others) < limit) {
    const weight = weightNow(slot);
    meeting.place(slot);
    const rest = placedInTurn(others, {
      depth: depth - 1,
      below: limit - weight,
      held: [...held, meeting, ...others],
      effort,
    });
    meeting.lift();
    if (rest) found = { weight: weight + rest.weight - wonBack, moves: [{ meeting, slot }, ...rest.moves] };
  }
  for (const { meeting: other, slot: stood } of lifted) if (stood) other.place(stood);
  return found;
}

/** What the plan weighs less without it is its weight beside those that still stand. */
function liftOut(meeting: MeetingToPlace): Move & { readonly weight: number } {
  const slot = meeting.lift();
  return { meeting, slot, weight: slot ? weightNow(slot) : unplacedWeight };
}

function placedInTurn(
  meetings: readonly MeetingToPlace[],
  { depth, below, held, effort }: Terms,
): Insertion | undefined {
  const [first, ...later] = meetings;
  if (!first) return { weight: 0, moves: [] };
  const own = bestInsertion(first, { depth, below: below - leastOf(later), held, effort });
  if (!own || later.length === 0) return own;
  const undo = make(own.moves);
  const moved = own.moves.map(({ meeting }) => meeting);
  const rest = placedInTurn(later, { depth, below: below - own.weight, held: [...held, ...moved], effort });
  make(undo);
  return rest && { weight: own.weight + rest.weight, moves: [...own.moves, ...rest.moves] };
}

const leastOf = (meetings: readonly MeetingToPlace[]): number =>
  meetings.reduce((sum, { leastWeight }) => sum + leastWeight, 0);

/** Makes the moves, and gives those that undo them. */
export function make(moves: readonly Move[]): readonly Move[] {
  const undo = moves.map(({ meeting }) => ({ meeting, slot: meeting.lift() }));
  for (const { meeting, slot } of moves) if (slot) meeting.place(slot);
  return undo;
}

/** The meetings that cannot stand beside the slot; undefined when a fixed one is among them. */
export function clashesOf(slot: Slot, meeting: MeetingToPlace): readonly MeetingToPlace[] | undefined {
  let clashes = meeting.mayBreakOrder ? meeting.outOfOrderAt(slot) : none;
  for (const diary of slot.core)
    for (const { owner } of diary.inTheWayOf(slot)) {
      if (!owner) return undefined;
      if (!clashes.includes(owner)) clashes = [...clashes, owner];
    }
  return clashes;
}

const none: readonly MeetingToPlace[] = [];

/** The meetings at the same time that one of the slot's people is wanted in. */
function rivalsOf(slot: Slot, meeting: MeetingToPlace): readonly MeetingToPlace[] {
  const rivals = new Set<MeetingToPlace>();
  const add = (others: readonly Slot[]): void => {
    for (const other of others)
      if (other.owner && other.owner !== meeting && other.start < slot.end && slot.start < other.end)
        rivals.add(other.owner);
  };
  for (const diary of slot.core) add(diary.network);
  for (const diary of slot.network) {
    add(diary.network);
    add(diary.core);
  }
  return [...rivals];
}
