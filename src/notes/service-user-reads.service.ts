import { Injectable } from '@nestjs/common';
import { linkHolder } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { type NotesCopy, ownCopy } from './domain/copies';
import type { NoteLineId } from './domain/note-line';
import type { Notes } from './domain/notes';
import { NotesLettingGo, type NotesPlace } from './letting-go.service';
import { NotesChanges } from './notes-changes.service';
import { NotesRepository } from './notes.repository';

/** The service user at the notes of one meeting, by their personal link. */
export type OwnNotesPlace = NotesPlace & { readonly personId: PersonId };

/** What the service user reads before anybody else. `seen` goes back with `letGo`. */
export interface OwnNotes {
  readonly notes: Notes;
  readonly copy: NotesCopy;
  readonly seen: number;
}

/** The service user reads the notes first: strikes, comments, and lets the others have them. */
@Injectable()
export class ServiceUserReads {
  constructor(
    private readonly kept: NotesRepository,
    private readonly changes: NotesChanges,
    private readonly lettingGo: NotesLettingGo,
    private readonly stamp: Stamp,
  ) {}

  /** null until they are shown to the service user; the reading is logged. */
  async open(place: OwnNotesPlace): Promise<OwnNotes | null> {
    const [notes] = await this.kept.of(place.organisationId, [place.meetingId]);
    if (notes?.serviceUserId !== place.personId || notes.state === 'writing') return null;
    await this.changes.record(linkHolder(place, 'link-and-code'), notes, 'notes.read');
    return { notes, copy: ownCopy(notes), seen: notes.changes };
  }

  strike(place: OwnNotesPlace, line: NoteLineId): Promise<Notes> {
    return this.change(place, 'notes.struck', (notes) => notes.strike(line, this.stamp.now()));
  }

  unstrike(place: OwnNotesPlace, line: NoteLineId): Promise<Notes> {
    return this.change(place, 'notes.unstruck', (notes) => notes.unstrike(line));
  }

  /** To the two who chair, and to nobody else. */
  comment(place: OwnNotesPlace, line: NoteLineId, words: string): Promise<Notes> {
    return this.change(place, 'notes.commented', (notes) => notes.comment(line, words));
  }

  /** From now on the others may read what was not struck. */
  async letGo(place: OwnNotesPlace, seen: number): Promise<Notes> {
    await this.change(place, 'notes.read', (notes) => notes);
    const today = this.stamp.today();
    return this.lettingGo.letGo(linkHolder(place, 'link-and-code'), place, { how: 'own-page', on: today }, seen);
  }

  private change(place: OwnNotesPlace, action: string, decide: (notes: Notes) => Notes): Promise<Notes> {
    return this.changes.changeAs(linkHolder(place, 'link-and-code'), place, { action }, (notes) => {
      if (notes.serviceUserId !== place.personId) throw new DomainError('notFound');
      return decide(notes);
    });
  }
}
