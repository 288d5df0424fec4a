import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';

/** Until its start a meeting can be answered. */
export const hasBegun = (meeting: Meeting, now: Instant): boolean => !now.isBefore(meeting.startsAt);

/** Those that people have been called to and that have not begun, soonest first. */
export const comingMeetings = (meetings: readonly Meeting[], now: Instant): readonly Meeting[] =>
  meetings
    .filter((meeting) => meeting.wasCalled && !hasBegun(meeting, now))
    .toSorted((a, b) => (a.startsAt.isBefore(b.startsAt) ? -1 : 1));
