import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { AgendaItemId, MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { digest } from '../platform/digest';
import type { TaskWords } from '../progress/domain/task';
import { Tasks } from '../progress/tasks.service';
import { type LineKind, NoteLine, type NoteLineId, type LineReaders } from './domain/note-line';
import type { Notes } from './domain/notes';
import { NotesChanges } from './notes-changes.service';
import type { FormId } from './notes.repository';

/** What was typed about one item; an empty text is nothing. */
export interface Written {
  readonly form: FormId;
  readonly outcome: string;
  readonly decision: string;
  readonly task: Omit<TaskWords, 'readership'> | null;
}

export interface LineAnew extends LineReaders {
  readonly text: string;
  /** Of the line as it stood when the writing began. */
  readonly version: number;
}

export const saysSomething = ({ outcome, decision, task }: Written): boolean =>
  outcome !== '' || decision !== '' || task !== null;

/** A line that somebody else has changed meanwhile is left as it is. */
export type LineChange = { readonly kind: 'done' } | { readonly kind: 'stale'; readonly stands: NoteLine };

/** Writes down what comes of a meeting. */
@Injectable()
export class NoteWriting {
  constructor(
    private readonly changes: NotesChanges,
    private readonly tasks: Tasks,
    private readonly stamp: Stamp,
  ) {}

  /** Each text becomes a line of its own, which as many may read as the item. */
  write(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId, written: Written): Promise<Notes> {
    const { form: id, ...said } = written;
    const deed = { action: 'notes.written', form: { id, digest: digest(JSON.stringify([itemId, said])) } };
    return this.changes.change(viewer, meetingId, deed, async (before) => {
      const { groupId } = before;
      const { readership } = before.item(itemId);
      if (written.task) await this.tasks.add(viewer, { ...written.task, groupId, meetingId, itemId, readership });
      return (['outcome', 'decision'] as const)
        .filter((kind) => written[kind] !== '')
        .reduce((notes, kind) => notes.write(this.newLine(notes, itemId, kind, written[kind])), before);
    });
  }

  change(viewer: Viewer, meetingId: MeetingId, id: NoteLineId, { text, version, ...readers }: LineAnew) {
    return this.unlessStale(viewer, meetingId, { id, version, action: 'notes.line-changed' }, (notes, line) =>
      notes.write(line.saying(text, readers)),
    );
  }

  remove(viewer: Viewer, meetingId: MeetingId, id: NoteLineId, version: number): Promise<LineChange> {
    return this.unlessStale(viewer, meetingId, { id, version, action: 'notes.line-removed' }, (notes) =>
      notes.remove(id),
    );
  }

  private async unlessStale(
    viewer: Viewer,
    meetingId: MeetingId,
    { id, version, action }: { readonly id: NoteLineId; readonly version: number; readonly action: string },
    turn: (notes: Notes, line: NoteLine) => Notes,
  ): Promise<LineChange> {
    const turned = new Set<Notes>();
    const isNeeded = (notes: Notes): boolean => notes.line(id).version === version;
    const after = await this.changes.change(viewer, meetingId, { action, isNeeded }, (notes) => {
      const anew = turn(notes, notes.line(id));
      turned.add(anew);
      return anew;
    });
    return turned.has(after) ? { kind: 'done' } : { kind: 'stale', stands: after.line(id) };
  }

  private newLine(notes: Notes, itemId: AgendaItemId, kind: LineKind, text: string): NoteLine {
    const { organisationId, id: notesId, nextPosition: position } = notes;
    const { readership, guest } = notes.item(itemId);
    const origin = { id: this.stamp.id<'note line'>(), organisationId, notesId, itemId, kind, position };
    return new NoteLine({ ...origin, readership, guest, text });
  }
}
