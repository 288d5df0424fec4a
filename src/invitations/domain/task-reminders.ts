import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Task } from '../../progress/domain/task';
import { type CallLine, isFarewell, type TaskMessage } from './call-list';
import type { Gathering } from './gathering';
import { onceKey } from './once-key';

export interface TaskTerms {
  readonly tasks: readonly Pick<Task, 'doers' | 'by' | 'isOpen'>[];
  readonly isWanted: (personId: PersonId) => boolean;
  /** The zone whose days the tasks are about. */
  readonly zone: string;
  /** Nothing goes out by itself before this time of day. */
  readonly from: TimeOfDay;
}

const daysBefore = 2;

/** What of a group's calls decides its reminders. */
interface Reminded extends Pick<Gathering, 'lines'> {
  readonly parts: Pick<Gathering['parts'], 'now'>;
  readonly calling: Pick<Gathering['calling'], 'groupId' | 'putBefore'>;
}

/** Who is reminded today of what they have promised to do: one mail for all that is to be done by one day, once. */
export function taskRemindersDue(gathering: Reminded, terms: TaskTerms): readonly CallLine[] {
  const { now } = gathering.parts;
  if (now.timeIn(terms.zone).isBefore(terms.from)) return [];
  return gathering.lines
    .filter((line) => line.way.by === 'email' && !isFarewell(line) && terms.isWanted(line.person.personId))
    .map((line) => ({ ...line, messages: remindersFor(line.person.personId, gathering, terms) }));
}

function remindersFor(personId: PersonId, gathering: Reminded, { tasks, zone }: TaskTerms): readonly TaskMessage[] {
  const today = gathering.parts.now.dayIn(zone);
  const own = tasks.filter(({ isOpen, doers, by }) => isOpen && doers.includes(personId) && isSoon(by, today));
  const days = [...new Map(own.map(({ by }) => [by.iso, by])).values()];
  const { groupId, putBefore } = gathering.calling;
  return days
    .map((by): TaskMessage => {
      const revision = Number(by.iso.replaceAll('-', ''));
      const once = onceKey({ under: groupId, personId, revision, kind: 'taskReminder' });
      const count = own.filter((task) => task.by.equals(by)).length;
      const until = Instant.atWallTime(by.plusDays(1), TimeOfDay.ofMinutes(0), zone);
      return { kind: 'taskReminder', meetingId: null, revision, once, news: [], by, count, until };
    })
    .filter(({ once }) => !putBefore.includes(once));
}

// A day that the program slept through is made good.
const isSoon = (by: CalendarDate, today: CalendarDate): boolean =>
  today.daysUntil(by) >= 1 && today.daysUntil(by) <= daysBefore;
