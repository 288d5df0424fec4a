import { chaseList } from '../../answers/domain/chase';
import { comingMeetings } from '../../answers/domain/coming-meetings';
import { type Answered, membersAt } from '../../answers/domain/needed';
import { isNearEnd } from '../../caseload/domain/next-stretch';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';

/** What the coordinator has to do next for a group, in the order of the work. */
export type ToDo = 'form' | 'plan' | 'send' | 'plan-further';

/** How many of those who are asked have answered about the next meeting. */
interface AnswersSoFar {
  readonly given: number;
  readonly asked: number;
}

/** One group as the start page shows it. */
export interface GroupOnDesk {
  readonly group: ResourceGroup;
  readonly next: Meeting | null;
  readonly ahead: number;
  readonly toDo: ToDo | null;
  /** null before anybody has been called. */
  readonly answers: AnswersSoFar | null;
  /** How many have not answered about a meeting that is near. */
  readonly silent: number;
}

/** A group as it is found: who is asked, to what, and what they answered. */
export interface FoundGroup extends Answered {
  readonly group: ResourceGroup;
  readonly now: Instant;
}

/** Two weeks, when the call with the agenda goes out; before that nobody needs to be phoned. */
const minutesNear = 14 * 24 * 60;

export function onDesk(found: FoundGroup, today: CalendarDate): GroupOnDesk {
  const { group, meetings } = found;
  const ahead = meetings.filter((meeting) => meeting.takesTime && !meeting.day.isBefore(today));
  return {
    group,
    next: ahead[0] ?? null,
    ahead: ahead.length,
    toDo: toDoFor(found, ahead, today),
    answers: answersSoFar(found),
    silent: silentIn(found),
  };
}

function toDoFor({ group, meetings }: FoundGroup, ahead: readonly Meeting[], today: CalendarDate): ToDo | null {
  if (group.state === 'forming') return 'form';
  if (group.state === 'resting' || group.state === 'ended') return null;
  if (meetings.length === 0) return 'plan';
  if (ahead.some(({ state }) => state === 'planned')) return 'send';
  return isNearEnd({ meetings, today }) ? 'plan-further' : null;
}

function answersSoFar(found: FoundGroup): AnswersSoFar | null {
  const { meetings, book, now } = found;
  const [next] = comingMeetings(meetings, now);
  if (!next) return null;
  const ids = membersAt(found, next).map(({ personId }) => personId);
  return { given: book.countOf(next, ids), asked: ids.length };
}

function silentIn(found: FoundGroup): number {
  const near = found.now.plusMinutes(minutesNear);
  return chaseList(found, found.now).filter(({ meetings: [soonest] }) => soonest.startsAt.isBefore(near)).length;
}
