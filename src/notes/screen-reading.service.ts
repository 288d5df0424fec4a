import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { AgendaItemId, MeetingId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Stamp } from '../people/stamp.service';
import type { Goal } from '../progress/domain/goal';
import type { Task } from '../progress/domain/task';
import { Goals } from '../progress/goals.service';
import { Tasks } from '../progress/tasks.service';
import type { NoteItem } from './domain/notes';
import type { FormId } from './notes.repository';
import { type BegunShown, NotesReading } from './notes-reading.service';

/** One item on the screen in the room, with what is taken up under it. */
export interface Screen extends BegunShown {
  readonly item: NoteItem;
  /** Open ones from earlier meetings, soonest first. */
  readonly tasks: readonly Task[];
  readonly goals: readonly Goal[];
  readonly now: Instant;
  readonly form: FormId;
}

/** Gathers what the large page shows of one item. */
@Injectable()
export class ScreenReading {
  constructor(
    private readonly reading: NotesReading,
    private readonly tasks: Tasks,
    private readonly goals: Goals,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId): Promise<Screen> {
    const shown = await this.reading.begun(viewer, meetingId);
    const { organisationId, groupId } = shown.notes;
    const open = await this.tasks.openOf(organisationId, groupId);
    const goals = await this.goals.goalsOf(organisationId, groupId);
    return {
      ...shown,
      item: shown.notes.item(itemId),
      tasks: open.filter((task) => task.meetingId !== meetingId),
      goals: goals.filter((goal) => goal.isActive),
      now: this.stamp.now(),
      form: this.stamp.id<'form'>(),
    };
  }
}
