import type { AgendaItemId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { NoteItem, Notes } from './notes';

interface Booked {
  readonly startsAt: Instant;
  readonly minutes: number;
}

/** As booked when it began late; a meeting that began early, or on another day, gets its whole length. */
export function endOf({ startsAt, minutes }: Booked, begunAt: Instant): Instant {
  const booked = startsAt.plusMinutes(minutes);
  const whole = begunAt.plusMinutes(minutes);
  return begunAt.isBefore(booked) && booked.isBefore(whole) ? booked : whole;
}

/** An item that is not the one on the screen has not begun to count. */
export const endOfItem = ({ itemId, minutes }: NoteItem, { takenUp, takenUpAt }: Notes, now: Instant): Instant =>
  (isOnScreen(itemId, takenUp) && takenUpAt !== null ? takenUpAt : now).plusMinutes(minutes);

const isOnScreen = (one: AgendaItemId, other: AgendaItemId | null): boolean => one === other;

/** Whole minutes, the last one until it is over; below zero when the time has passed. */
export const minutesUntil = (now: Instant, end: Instant): number =>
  Math.ceil((end.toDate().getTime() - now.toDate().getTime()) / 60_000) || 0;
