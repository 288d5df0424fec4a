import type { Attendee } from './attendee';
import type { MeetingTime } from './seating';

/** What one network member who cannot come adds to the cost. */
export const absenceCost = 10;

/** One time one meeting could have, with what it costs before any other meeting is thought of. */
export interface Slot extends MeetingTime {
  readonly core: readonly Attendee[];
  /** Network members within their hours and not busy. */
  readonly able: readonly Attendee[];
  readonly unable: number;
  /** Days from the target. */
  readonly distance: number;
  readonly wishes: number;
  readonly isOutOfMonth: boolean;
  readonly isOffWeekday: boolean;
}

/** The cost when no other meeting takes anybody. */
export const leastCost = ({ unable, distance, wishes }: Slot): number => absenceCost * unable + distance + wishes;

export function book(slot: Slot): void {
  for (const person of slot.core) person.book({ role: 'core', time: slot });
  for (const person of slot.able) person.book({ role: 'network', time: slot });
}

export function cancel(slot: Slot): void {
  for (const person of slot.core) person.cancel(slot);
  for (const person of slot.able) person.cancel(slot);
}

/** What the slot costs beside the meetings booked so far, their new absences included; undefined when it clashes. */
export function costNow(slot: Slot): number | undefined {
  if (!slot.core.every((person) => person.canBeCoreAt(slot))) return undefined;
  let absences = 0;
  for (const person of slot.core) absences += person.addedAbsences({ role: 'core', time: slot });
  for (const person of slot.able) absences += person.addedAbsences({ role: 'network', time: slot });
  return leastCost(slot) + absenceCost * absences;
}

/** The network members who cannot come to a booked slot, by id. */
export const absentAt = (slot: Slot, network: readonly Attendee[]): readonly string[] =>
  network.filter((person) => !slot.able.includes(person) || !person.isSeatedAt(slot)).map(({ id }) => id);
