import type { Reader } from '../../groups/domain/readership';
import type { PersonId } from '../../kernel/identifiers';
import { mayReadTask, type Task, type TaskId } from '../../progress/domain/task';

const isFor = ({ doers }: Task, personId: PersonId): boolean => doers.includes(personId);

/**
 * The tasks somebody may read. Who comes to one item only reads their own and no other; what the service user has not
 * let go of, or has struck, stays with them and whoever does it.
 */
export const tasksFor = (tasks: readonly Task[], reader: Reader, heldBack: ReadonlySet<TaskId>): readonly Task[] =>
  tasks.filter(
    (task) => isFor(task, reader.personId) || (mayReadOthers(task, reader) && mayPass(task, reader, heldBack)),
  );

const mayReadOthers = (task: Task, reader: Reader): boolean => reader.part !== 'adjunct' && mayReadTask(task, reader);

const mayPass = ({ id }: Task, { part }: Reader, heldBack: ReadonlySet<TaskId>): boolean =>
  part === 'service-user' || !heldBack.has(id);

export interface TaskLists {
  readonly own: readonly Task[];
  readonly others: readonly Task[];
  /** Their own, the last one done first. */
  readonly done: readonly Task[];
}

// A slip of the finger is undone at once; what was done long ago is history.
const mostDone = 3;

/** The tasks as the page shows them, their own first. */
export function taskLists(tasks: readonly Task[], personId: PersonId): TaskLists {
  const open = tasks.filter((task) => task.isOpen);
  const done = tasks.filter((task) => task.state === 'done' && isFor(task, personId));
  return {
    own: open.filter((task) => isFor(task, personId)),
    others: open.filter((task) => !isFor(task, personId)),
    done: done.toSorted((a, b) => lastStep(b).localeCompare(lastStep(a))).slice(0, mostDone),
  };
}

const lastStep = ({ steps }: Task): string => steps.at(-1)?.at.iso ?? '';
