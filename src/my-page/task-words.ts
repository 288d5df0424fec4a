import type { PersonId } from '../kernel/identifiers';
import { dayWithYear, listInWords } from '../kernel/in-words';
import type { Task } from '../progress/domain/task';
import { taskLists } from './domain/own-tasks';
import type { Mine } from './mine-reading.service';
import type { OwnRoom } from './own-rooms.service';
import { homeOf, nameOf, type Speech } from './own-words';

/** The tasks on somebody's page: their own, the others', and what they have done. */
export function tasksModel({ room, tasks }: Mine, speech: Speech) {
  const { own, others, done } = taskLists(tasks, room.year.reader.personId);
  const model = (task: Task, move: 'done' | 'open' | null) => taskModel(task, move, room, speech);
  return {
    own: own.map((task) => model(task, 'done')),
    others: others.map((task) => model(task, null)),
    done: done.map((task) => model(task, 'open')),
  };
}

function taskModel(task: Task, move: 'done' | 'open' | null, room: OwnRoom, speech: Speech) {
  const { say, language } = speech;
  return {
    id: `task-${task.id}`,
    what: task.what,
    who: doersInWords(task, room, speech),
    by: say('mine.task.by', { day: dayWithYear(task.by, language) }),
    late: task.isOverdue(room.today) ? { text: say('mine.task.late'), shape: 'warning' } : null,
    move: move && { action: `${homeOf(speech)}/tasks/${task.id}/${move}`, text: say(`mine.task.${move}`) },
  };
}

/** "Du gör det tillsammans med Eva." · "Eva gör det tillsammans med dig." */
function doersInWords({ who, withWhom }: Task, room: OwnRoom, { say, language }: Speech): string {
  const own = room.year.reader.personId;
  const subject = who === own ? say('mine.you') : nameOf(room, who, say);
  if (withWhom.length === 0) return say('mine.task.alone', { who: subject });
  const name = (id: PersonId): string => (id === own ? say('mine.you.object') : nameOf(room, id, say));
  return say('mine.task.together', { who: subject, others: listInWords(withWhom.map(name), language) });
}
