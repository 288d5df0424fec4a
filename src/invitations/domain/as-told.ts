import { Meeting } from '../../meetings/domain/meeting';
import { lastToldOf, type ToldMeeting } from '../../meetings/domain/told-meeting';

/** What people were told holds for them until they are told otherwise: a change is nothing before it is sent. */
export function asTold(meeting: Meeting, told: readonly ToldMeeting[]): Meeting {
  const last = meeting.state === 'moved' ? lastToldOf(meeting, told) : null;
  return last ? Meeting.broughtIn(Object.assign({}, meeting, last)) : meeting;
}
