import type { Dice } from './dice';
import { clashesOf, make } from './insertion';
import type { Move } from './insertion';
import { weightNow } from './slot';
import type { MeetingToPlace, Slot } from './slot';

/** Times looked at before a search for room is given up: many short searches were seen to place more than few long ones. */
const effort = 60;
/** Rounds; later ones were seen to place hardly one more. */
const rounds = 200;
/** Times tried at random for a meeting to take from another. */
const swapsTried = 5;

interface Making {
  readonly dice: Dice;
  readonly shouldStop: () => boolean;
}

/**
 * Places meetings that found no time, whatever that weighs, by asking those in their way to go elsewhere. After each
 * round those that are left take the time of another, which is then left over instead: as good, and seen from there
 * room may be found. Ends with the most meetings placed that were ever placed at once.
 */
export function makeRoom(meetings: readonly MeetingToPlace[], { dice, shouldStop }: Making): void {
  const left = (): readonly MeetingToPlace[] => meetings.filter(({ placed, slots }) => !placed && slots.length > 0);
  let fewest = Infinity;
  let best: readonly Move[] = [];
  for (let round = 0; round < rounds && !shouldStop(); round += 1) {
    for (const meeting of left()) if (!meeting.placed) new Search(dice).place(meeting);
    const count = left().length;
    if (count < fewest) {
      fewest = count;
      best = meetings.map((meeting) => ({ meeting, slot: meeting.placed }));
    }
    if (count === 0) return;
    for (const meeting of left()) takeAnothers(meeting, dice);
  }
  make(best);
}

function takeAnothers(meeting: MeetingToPlace, dice: Dice): void {
  for (let tried = 0; tried < swapsTried; tried += 1) {
    const slot = meeting.slots[Math.floor(dice() * meeting.slots.length)];
    const [other, ...more] = (slot && clashesOf(slot, meeting)) ?? [];
    if (!slot || !other || more.length > 0) continue;
    other.lift();
    meeting.place(slot);
    return;
  }
}

interface Possible {
  readonly slot: Slot;
  readonly clashes: readonly MeetingToPlace[];
}

/** Kuhn's search for an augmenting path, in which a slot may ask two meetings to go; each is asked once. */
class Search {
  private effort = effort;
  private readonly asked = new Set<MeetingToPlace>();
  private readonly trail: Move[] = [];

  constructor(private readonly dice: Dice) {}

  /** Tells whether all found a slot; if not, all stand as before. */
  place(meeting: MeetingToPlace): boolean {
    this.asked.add(meeting);
    this.effort -= meeting.slots.length;
    const possible = meeting.slots.flatMap((slot) => {
      const clashes = clashesOf(slot, meeting);
      return clashes && clashes.length <= 2 ? { slot, clashes } : [];
    });
    const free = lightestOf(possible.filter(({ clashes }) => clashes.length === 0));
    if (free) {
      this.move(meeting, free);
      return true;
    }
    return this.inTurn(possible).some((blocked) => this.effort > 0 && this.placeAt(blocked, meeting));
  }

  /** Those that ask one meeting to go before those that ask two, each kind from a place the dice choose. */
  private inTurn(possible: readonly Possible[]): readonly Possible[] {
    const turn = Math.floor(this.dice() * possible.length);
    const turned = [...possible.slice(turn), ...possible.slice(0, turn)];
    return turned.sort((a, b) => a.clashes.length - b.clashes.length);
  }

  private placeAt({ slot, clashes }: Possible, meeting: MeetingToPlace): boolean {
    if (clashes.some((other) => this.asked.has(other))) return false;
    const mark = this.trail.length;
    for (const other of clashes) {
      this.asked.add(other);
      this.move(other, undefined);
    }
    this.move(meeting, slot);
    if (clashes.every((other) => this.place(other))) return true;
    this.goBackTo(mark);
    return false;
  }

  private move(meeting: MeetingToPlace, slot: Slot | undefined): void {
    this.trail.push({ meeting, slot: meeting.lift() });
    if (slot) meeting.place(slot);
  }

  private goBackTo(mark: number): void {
    for (const { meeting, slot } of this.trail.splice(mark).reverse()) {
      meeting.lift();
      if (slot) meeting.place(slot);
    }
  }
}

function lightestOf(free: readonly Possible[]): Slot | undefined {
  let found: { readonly slot: Slot; readonly weight: number } | undefined;
  for (const { slot } of free) {
    if (found && slot.weight >= found.weight) break;
    const weight = weightNow(slot);
    if (!found || weight < found.weight) found = { slot, weight };
  }
  return found?.slot;
}
