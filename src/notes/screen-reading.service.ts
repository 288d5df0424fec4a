import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { AgendaItemId, MeetingId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Stamp } from '../people/stamp.service';
import type { Goal } from '../progress/domain/goal';
import { Goals } from '../progress/goals.service';
import type { NoteItem } from './domain/notes';
import { EarlierTasks, type TasksSince } from './earlier-tasks.service';
import type { FormId } from './notes.repository';
import { type BegunShown, NotesReading } from './notes-reading.service';

/** One item on the screen in the room, with what is taken up under it. */
export interface Screen extends BegunShown, TasksSince {
  readonly item: NoteItem;
  readonly goals: readonly Goal[];
  readonly now: Instant;
  readonly form: FormId;
}

/** Gathers what the large page shows of one item. */
@Injectable()
export class ScreenReading {
  constructor(
    private readonly reading: NotesReading,
    private readonly earlier: EarlierTasks,
    private readonly goals: Goals,
    private readonly stamp: Stamp,
  ) {}

  async of(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId): Promise<Screen> {
    const shown = await this.reading.begun(viewer, meetingId);
    const { organisationId, groupId } = shown.notes;
    const goals = await this.goals.goalsOf(organisationId, groupId);
    return {
      ...shown,
      ...(await this.earlier.before(shown.notes)),
      item: shown.notes.item(itemId),
      goals: goals.filter((goal) => goal.isActive),
      now: this.stamp.now(),
      form: this.stamp.id<'form'>(),
    };
  }
}
