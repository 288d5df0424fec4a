import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import type { NoteLineId } from './domain/note-line';
import type { LettingGo, Notes } from './domain/notes';
import { NotesLettingGo } from './letting-go.service';
import { markOf, MeetingTasks } from './meeting-tasks.service';
import { NotesChanges } from './notes-changes.service';
import type { BegunShown } from './notes-reading.service';

/** What the coordinator was told, or saw, of the service user's reading. */
export interface ReadForThem extends LettingGo {
  readonly struck: readonly NoteLineId[];
  /** `markOf` the notes that were read. */
  readonly seen: string;
}

/** Lets the notes out: to the service user first, then to the others. */
@Injectable()
export class NoteReleases {
  constructor(
    private readonly changes: NotesChanges,
    private readonly lettingGo: NotesLettingGo,
    private readonly tasks: MeetingTasks,
    private readonly stamp: Stamp,
  ) {}

  today(): CalendarDate {
    return this.stamp.today();
  }

  /** They are on the service user's own page from now on, and on nobody else's. */
  show(viewer: Viewer, { notes: { meetingId }, names }: BegunShown): Promise<Notes> {
    return this.changes.change(viewer, meetingId, { action: 'notes.shown-to-service-user' }, async (notes) =>
      notes.show(this.stamp.now(), await this.tasks.asLines(viewer, notes, names)),
    );
  }

  /** The service user has read them together with somebody, on paper or by phone. */
  async readForThem(viewer: Viewer, shown: BegunShown, { struck, seen, ...how }: ReadForThem): Promise<Notes> {
    const { meetingId, begunAt } = shown.notes;
    if (how.on.iso > this.stamp.today().iso) throw new DomainError('readingAhead', { field: 'readOn' });
    if (how.on.isBefore(begunAt.dayIn(shown.meeting.zone)))
      throw new DomainError('readBeforeMeeting', { field: 'readOn' });
    const before = await this.changes.change(viewer, meetingId, { action: 'notes.read' }, (notes) => notes);
    const unwritten = before.state === 'writing' ? await this.tasks.of(viewer, before) : [];
    if (markOf(before, unwritten) !== seen) throw new DomainError('notesChangedMeanwhile');
    const first = before.state === 'writing' ? await this.show(viewer, shown) : before;
    const after = struck.length === 0 ? first : await this.strike(viewer, meetingId, struck);
    const place = { organisationId: viewer.organisationId, meetingId };
    return this.lettingGo.letGo(viewer, place, how, after.changes);
  }

  private strike(viewer: Viewer, meetingId: MeetingId, struck: readonly NoteLineId[]): Promise<Notes> {
    const now = this.stamp.now();
    return this.changes.change(viewer, meetingId, { action: 'notes.struck' }, (notes) =>
      struck.reduce((so, id) => so.strike(id, now), notes),
    );
  }
}
