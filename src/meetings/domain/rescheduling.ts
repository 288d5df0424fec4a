import { DomainError } from '../../kernel/domain-error';
import type { Instant } from '../../kernel/instant';
import { type Meeting, type MeetingChange, requireLength } from './meeting';
import { type BookingTerms, requirePossibleForm } from './rebooking';
import { lastToldOf, type ToldMeeting } from './told-meeting';

export interface ReschedulingTerms extends BookingTerms {
  readonly now: Instant;
  /** What people have been told of the meeting, if anything. */
  readonly told: readonly ToldMeeting[];
}

/** A booked meeting at another time, at another place, or of another length. */
export function reschedule(meeting: Meeting, change: MeetingChange, terms: ReschedulingTerms): Meeting {
  requireAhead(meeting, terms.now);
  requirePossibleForm(change.form, terms);
  requireLength(change, terms.profile);
  const after = meeting.change(change, lastToldOf(meeting, terms.told));
  if (!terms.now.isBefore(after.startsAt)) throw new DomainError('meetingInThePast', { field: 'day' });
  return after;
}

export function callOff(meeting: Meeting, now: Instant): Meeting {
  requireAhead(meeting, now);
  return meeting.become('cancelled');
}

/** Those of the meetings that have neither begun nor been called off, called off. */
export const callOffRest = (meetings: readonly Meeting[], now: Instant): readonly Meeting[] =>
  aheadOf(meetings, now).map((meeting) => meeting.become('cancelled'));

export const aheadOf = (meetings: readonly Meeting[], now: Instant): readonly Meeting[] =>
  meetings.filter((meeting) => isAhead(meeting, now));

/** It can still be changed: it has not begun, and nobody has called it off. */
export const isAhead = (meeting: Meeting, now: Instant): boolean =>
  meeting.state !== 'cancelled' && meeting.state !== 'held' && now.isBefore(meeting.startsAt);

function requireAhead(meeting: Meeting, now: Instant): void {
  const { number, state } = meeting;
  if (state === 'cancelled') throw new DomainError('meetingAlreadyCancelled', { number });
  if (!isAhead(meeting, now)) throw new DomainError('meetingAlreadyBegun', { number });
}
