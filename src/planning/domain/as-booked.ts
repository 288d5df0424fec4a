import type { Meeting } from '../../meetings/domain/meeting';
import { absentIn } from './bookings-of';
import type { Proposal } from './year-plan';

/** The proposal behind meetings that are booked; other times are worked out anew when somebody asks for them. */
export const asBooked = (meetings: readonly Meeting[]): Proposal => ({
  meetings: meetings.map(({ number, target, day, start, why }) => ({
    index: number - 1,
    target: target.iso,
    day: day.iso,
    start: start.toString(),
    absent: absentIn(why),
    why: [],
    alternatives: [],
    chosen: true,
  })),
  gaps: [],
});
