import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { Meeting } from '../../meetings/domain/meeting';

/** What the coordinator has to do next for a group, in the order of the work. */
export type ToDo = 'form' | 'plan' | 'send' | 'plan-further';

/** One group as the start page shows it. */
export interface GroupOnDesk {
  readonly group: ResourceGroup;
  readonly next: Meeting | null;
  readonly ahead: number;
  readonly toDo: ToDo | null;
}

/** When no more meetings than this lie ahead, the next stretch is to be planned. */
const fewAhead = 1;

export function onDesk(group: ResourceGroup, meetings: readonly Meeting[], today: CalendarDate): GroupOnDesk {
  const ahead = meetings.filter((meeting) => meeting.takesTime && !meeting.day.isBefore(today));
  return { group, next: ahead[0] ?? null, ahead: ahead.length, toDo: toDoFor(group, meetings, ahead) };
}

function toDoFor(group: ResourceGroup, meetings: readonly Meeting[], ahead: readonly Meeting[]): ToDo | null {
  if (group.state === 'forming') return 'form';
  if (group.state === 'resting' || group.state === 'ended') return null;
  if (meetings.length === 0) return 'plan';
  if (ahead.some(({ state }) => state === 'planned')) return 'send';
  return ahead.length <= fewAhead ? 'plan-further' : null;
}
