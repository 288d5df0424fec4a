import { overlap } from './time-on-day';
import type { TimeOnDay } from './time-on-day';

/** A meeting's time; the group is its place in the caseload. */
export interface MeetingTime extends TimeOnDay {
  readonly group: number;
  readonly index: number;
}

/** A meeting one person is called to: a core member must be there, a network member is if they can. */
export interface Booking {
  readonly role: 'core' | 'network';
  readonly time: MeetingTime;
}

/**
 * The network meetings one person can be at on one day, as many as possible: those that end first are taken first,
 * which no other choice beats when every meeting weighs the same.
 */
export function mostSeated(bookings: readonly Booking[], maxPerDay: number): readonly Booking[] {
  const core = bookings.filter(({ role }) => role === 'core');
  const free = bookings.filter(
    ({ role, time }) => role === 'network' && !core.some((other) => overlap(other.time, time)),
  );
  const seated: Booking[] = [];
  for (const booking of free.sort(byEnd)) {
    if (core.length + seated.length >= maxPerDay) break;
    if ((seated.at(-1)?.time.end ?? 0) <= booking.time.start) seated.push(booking);
  }
  return seated;
}

const byEnd = ({ time: a }: Booking, { time: b }: Booking): number =>
  a.end - b.end || a.start - b.start || a.group - b.group || a.index - b.index;
