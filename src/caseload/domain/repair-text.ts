import type { Repair } from './repair';
import type { BookedMeeting } from './repair-caseload';

/** A repair as one line: two are alike when they move the same meetings, as they stand, to the same times. */
export function repairText({ moves, stuck }: Repair, meetings: ReadonlyMap<string, BookedMeeting>): string {
  const asItStands = (id: string): string => `${id}.${String(meetings.get(id)?.meeting.revision ?? 0)}`;
  return [
    ...moves.map(({ meeting, to }) => `${asItStands(meeting.group)}>${to.day.iso}T${to.start.toString()}`),
    ...stuck.map(({ meeting }) => `${asItStands(meeting.group)}!`),
  ].join(' ');
}
