import { Injectable } from '@nestjs/common';
import type { Reader } from '../groups/domain/readership';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import { copyFor, isForSomebody, mayOpen, type NotesCopy } from './domain/copies';
import type { Notes } from './domain/notes';
import { NotesRepository } from './notes.repository';

/** One meeting's notes as one person may read them. */
export interface ReadableNotes {
  readonly notes: Notes;
  readonly copy: NotesCopy;
}

/** Gives people without an account the notes they may read; whoever shows them logs it and asks the group first. */
@Injectable()
export class NotesToRead {
  constructor(private readonly kept: NotesRepository) {}

  /** Those that are let out to this reader, and hold something for them. The service user's come first, to them alone. */
  async of(
    organisationId: OrganisationId,
    meetingIds: readonly MeetingId[],
    reader: Reader,
  ): Promise<readonly ReadableNotes[]> {
    const all = await this.kept.of(organisationId, meetingIds);
    return all
      .filter((notes) => mayOpen(notes, reader))
      .map((notes) => ({ notes, copy: copyFor(notes, reader) }))
      .filter(({ copy }) => isForSomebody(copy));
  }
}
