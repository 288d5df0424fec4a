import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Reader } from '../groups/domain/readership';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { copyFor, isForSomebody, mayOpen, type NotesCopy } from './domain/copies';
import { recipientsAmong } from './domain/recipients';
import { NotesChanges } from './notes-changes.service';
import { type BegunShown, NotesReading } from './notes-reading.service';

/** One person's copy, for the printer. */
export interface PersonsCopy extends BegunShown {
  readonly copy: NotesCopy;
}

export type Copies = BegunShown & {
  readonly copies: readonly NotesCopy[];
  /** Those in the group for whom there is nothing, or who have not said yes. */
  readonly without: readonly Reader[];
  /** The group's next meeting, if one is booked. */
  readonly next: Meeting | null;
};

/** The copies that are printed and handed over, each as its reader may see it. */
@Injectable()
export class NoteCopies {
  constructor(
    private readonly reading: NotesReading,
    private readonly groups: Groups,
    private readonly meetings: Meetings,
    private readonly changes: NotesChanges,
  ) {}

  /** Everybody's copy; null before the meeting has begun. */
  async print(viewer: Viewer, meetingId: MeetingId): Promise<Copies | null> {
    const { notes, ...shown } = await this.reading.of(viewer, meetingId);
    if (!notes) return null;
    const found = await this.copiesOf(viewer, { ...shown, notes });
    if (found.copies.length > 0) await this.changes.record(viewer, notes, 'notes.printed');
    return found;
  }

  /** Nothing for this person: `notFound`. */
  async printFor(viewer: Viewer, meetingId: MeetingId, personId: PersonId): Promise<Copies & PersonsCopy> {
    const found = await this.print(viewer, meetingId);
    const copy = found?.copies.find(({ reader }) => reader.personId === personId);
    if (!found || !copy) throw new DomainError('notFound');
    return { ...found, copy };
  }

  private async copiesOf(viewer: Viewer, shown: BegunShown): Promise<Copies> {
    const { notes, group } = shown;
    const allowed = recipientsAmong(group.present, await this.groups.standings(viewer, group));
    const readers = allowed.filter((reader) => mayOpen(notes, reader));
    const copies = readers.map((reader) => copyFor(notes, reader)).filter(isForSomebody);
    const without = group.present.filter(({ personId }) => !copies.some(({ reader }) => reader.personId === personId));
    const all = await this.meetings.of(viewer, group.id);
    const next = all.find((one) => one.takesTime && one.startsAt.iso > shown.meeting.startsAt.iso) ?? null;
    return { ...shown, copies, without, next };
  }
}
