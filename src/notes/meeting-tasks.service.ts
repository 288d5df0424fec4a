import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import { idOf, type MeetingId } from '../kernel/identifiers';
import { digest } from '../platform/digest';
import { Words } from '../platform/web/words';
import type { Task } from '../progress/domain/task';
import { Tasks } from '../progress/tasks.service';
import { NoteLine } from './domain/note-line';
import type { NoteItem, Notes } from './domain/notes';
import { type BegunShown, type Names, NotesReading } from './notes-reading.service';
import { taskSentence } from './task-words';

/** Notes, and the tasks that will be lines in them when they are shown. */
export interface NotesWithTasks extends BegunShown {
  readonly tasks: readonly Task[];
}

/** The tasks that were taken on at a meeting, and as the lines they become in its notes. */
@Injectable()
export class MeetingTasks {
  constructor(
    private readonly reading: NotesReading,
    private readonly tasks: Tasks,
    private readonly words: Words,
  ) {}

  /** Notes with the tasks that are not lines in them yet; null before the meeting has begun. */
  async withNotes(viewer: Viewer, meetingId: MeetingId): Promise<NotesWithTasks | null> {
    const { notes, ...shown } = await this.reading.of(viewer, meetingId);
    if (!notes) return null;
    const tasks = notes.state === 'writing' ? await this.of(viewer, notes) : [];
    return { ...shown, notes, tasks };
  }

  /** Not begun: `notFound`. */
  async begun(viewer: Viewer, meetingId: MeetingId): Promise<NotesWithTasks> {
    const found = await this.withNotes(viewer, meetingId);
    if (!found) throw new DomainError('notFound');
    return found;
  }

  /** What was put aside again is nothing that came of the meeting. */
  async of(viewer: Viewer, { groupId, meetingId }: Notes): Promise<readonly Task[]> {
    const all = await this.tasks.ofGroup(viewer, groupId);
    return all.filter((task) => task.meetingId === meetingId && task.itemId !== null && task.state !== 'put-aside');
  }

  /** A line has its task's own id, so that it can be pointed out before it is a line. */
  async asLines(viewer: Viewer, notes: Notes, names: Names): Promise<readonly NoteLine[]> {
    const { id: notesId, organisationId, nextPosition } = notes;
    const { language } = viewer;
    const say = this.words.in(language);
    return (await this.of(viewer, notes)).map((task, place) => {
      const { itemId, guest } = itemOf(task, notes);
      const origin = {
        id: idOf<'note line'>(task.id),
        notesId,
        organisationId,
        itemId,
        position: nextPosition + place,
      };
      const text = taskSentence(task, { say, language, names });
      const { readership, doers } = task;
      return new NoteLine({ ...origin, kind: 'task', text, readership, guest, doers });
    });
  }
}

function itemOf(task: Task, { items }: Notes): NoteItem {
  const item = items.find(({ itemId }) => itemId === task.itemId);
  if (!item) throw new DomainError('notFound');
  return item;
}

/** Another whenever a task is made, changed or put aside, as `changes` of the notes is for their lines. */
export const markOf = ({ changes }: Notes, tasks: readonly Task[]): string => {
  const versions = tasks.map(({ id, version }) => `${id}:${String(version)}`).toSorted();
  return `${String(changes)}-${digest(versions.join())}`;
};
