import type { Attendee } from './attendee';
import type { Booking, Diary } from './diary';
import { absenceWeight, unplacedWeight } from './rank';
import { isBefore } from './time-on-day';

/** One time one meeting could have. */
export interface Slot extends Booking {
  /** The day of the core members whom other meetings may want too. */
  readonly core: readonly Diary<Slot>[];
  /** The day of the network members who could come, and whom other meetings may want too. */
  readonly network: readonly Diary<Slot>[];
  /** Network members outside their hours or busy, and days from the target. */
  readonly unable: number;
  readonly distance: number;
  readonly wishes: number;
  /** How good it is before any other meeting is thought of. */
  readonly weight: number;
  /** The meeting it could be; a fixed one has none. */
  readonly owner?: MeetingToPlace;
}

export function book(slot: Slot): void {
  for (const diary of slot.core) diary.book('core', slot);
  for (const diary of slot.network) diary.book('network', slot);
}

export function cancel(slot: Slot): void {
  for (const diary of slot.core) diary.cancel('core', slot);
  for (const diary of slot.network) diary.cancel('network', slot);
}

/** How many network members the slot keeps from coming, to it or to others, beside the meetings booked so far. */
export function addedAbsences(slot: Slot): number {
  let absences = 0;
  for (const diary of slot.core) absences += diary.addedAbsences('core', slot);
  for (const diary of slot.network) absences += diary.addedAbsences('network', slot);
  return absences;
}

/** How good the slot is beside the meetings booked so far; clashes are not asked about. */
export const weightNow = (slot: Slot): number => slot.weight + absenceWeight * addedAbsences(slot);

/** The network members who cannot come to a booked slot, by id. */
export const absentAt = (slot: Slot, network: readonly Attendee<Slot>[]): readonly string[] =>
  network.filter((person) => !person.isFree(slot) || !person.isSeatedAt(slot)).map(({ id }) => id);

/** A meeting while the engine works: every time it could have, and the one it has. */
export class MeetingToPlace {
  /** The lightest first. */
  readonly slots: readonly Slot[];
  private siblings: readonly MeetingToPlace[] = [];
  private slot: Slot | undefined;

  constructor(
    readonly index: number,
    slotsFor: (meeting: MeetingToPlace) => readonly Slot[],
  ) {
    this.slots = slotsFor(this);
  }

  get placed(): Slot | undefined {
    return this.slot;
  }

  /** What it weighs at the least, wherever the others are. */
  get leastWeight(): number {
    return this.slots[0]?.weight ?? unplacedWeight;
  }

  /** The other meetings of its group that could come to lie on the wrong side of it. */
  keepOrderWith(meetings: readonly MeetingToPlace[]): void {
    this.siblings = meetings.filter((other) => other !== this && this.couldBreakOrderWith(other));
  }

  get mayBreakOrder(): boolean {
    return this.siblings.length > 0;
  }

  /** Those of its group that stand on the wrong side of the slot. */
  outOfOrderAt(slot: Slot): readonly MeetingToPlace[] {
    return this.siblings.filter(({ placed }) => placed && !isInOrder(slot, placed));
  }

  place(slot: Slot): void {
    this.slot = slot;
    book(slot);
  }

  lift(): Slot | undefined {
    const slot = this.slot;
    if (slot) cancel(slot);
    this.slot = undefined;
    return slot;
  }

  private couldBreakOrderWith(other: MeetingToPlace): boolean {
    const days = this.slots.map(({ day }) => day);
    const others = other.slots.map(({ day }) => day);
    const [first, second] = this.index < other.index ? [days, others] : [others, days];
    return maximum(first) >= minimum(second);
  }
}

const isInOrder = (a: Slot, b: Slot): boolean => (a.index < b.index ? isBefore(a, b) : isBefore(b, a));

const maximum = (days: readonly number[]): number => days.reduce((most, day) => Math.max(most, day), -Infinity);
const minimum = (days: readonly number[]): number => days.reduce((least, day) => Math.min(least, day), Infinity);
