import { Meeting } from '../../meetings/domain/meeting';
import { lastToldOf, type ToldMeeting } from '../../meetings/domain/told-meeting';
import type { Told } from './told-so-far';

/** What people were told holds for them until they are told otherwise: a change is nothing before it is sent. */
export function asTold(meeting: Meeting, told: readonly ToldMeeting[]): Meeting {
  const last = meeting.state === 'moved' ? lastToldOf(meeting, told) : null;
  return last ? Meeting.broughtIn(Object.assign({}, meeting, last)) : meeting;
}

/** They were told that it goes on without them, because somebody stands in for them or they have no part in it. */
export const staysAway = (meeting: Meeting, told: Told | undefined): boolean =>
  told?.isOff === true && meeting.takesTime;

/** A guest's own part of a meeting, as it was told; null when they were told to stay away, or of no part of it. */
export function partAsTold(meeting: Meeting, told: Told | undefined): Meeting | null {
  if (!told?.slice || staysAway(meeting, told)) return null;
  const { appointment, asking, sequence } = told;
  const revision = Math.max(meeting.revision + asking.shifts, asking.since);
  const own = { revision, since: asking.since, sequence: Math.max(sequence, meeting.sequence + asking.shifts) };
  return Meeting.broughtIn(Object.assign({}, meeting, appointment.span, own));
}
