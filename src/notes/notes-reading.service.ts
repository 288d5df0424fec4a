import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Agendas } from '../agendas/agendas.service';
import type { Agenda } from '../agendas/domain/agenda';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { People } from '../people/people.service';
import type { Notes } from './domain/notes';
import { NotesChanges } from './notes-changes.service';

export type Names = ReadonlyMap<PersonId, string>;

/** A meeting with all that the pages about it show; no notes before it has begun. */
export interface NotesShown {
  readonly meeting: Meeting;
  readonly group: ResourceGroup;
  readonly agenda: Agenda;
  readonly notes: Notes | null;
  /** What those of the group whom the viewer may see want to be called. */
  readonly names: Names;
}

export type BegunShown = NotesShown & { readonly notes: Notes };

/** Gives pages the notes of a meeting, and writes down that they were shown. */
@Injectable()
export class NotesReading {
  constructor(
    private readonly agendas: Agendas,
    private readonly groups: Groups,
    private readonly people: People,
    private readonly changes: NotesChanges,
  ) {}

  async of(viewer: Viewer, meetingId: MeetingId): Promise<NotesShown> {
    const { meeting, agenda } = await this.agendas.get(viewer, meetingId);
    const group = await this.groups.get(viewer, meeting.groupId);
    const notes = await this.changes.open(viewer, meetingId);
    const ids = group.members.map(({ personId }) => personId);
    const people = await this.people.many(viewer, ids);
    const names = new Map(people.map(({ id, calledName }) => [id, calledName]));
    return { meeting, group, agenda, notes, names };
  }

  /** Not begun: `notFound`. */
  async begun(viewer: Viewer, meetingId: MeetingId): Promise<BegunShown> {
    const shown = await this.of(viewer, meetingId);
    if (!shown.notes) throw new DomainError('notFound');
    return { ...shown, notes: shown.notes };
  }
}
