import { Injectable } from '@nestjs/common';
import type { OwnMeeting } from '../invitations/domain/own-year';
import { DomainError } from '../kernel/domain-error';
import type { NotesCopy } from '../notes/domain/copies';
import type { NoteLineId } from '../notes/domain/note-line';
import type { Notes } from '../notes/domain/notes';
import { NotesToRead } from '../notes/notes-to-read.service';
import { ServiceUserReads } from '../notes/service-user-reads.service';
import { OwnJournal } from './own-journal.service';
import { isServiceUsers, type OwnRoom, placeOf } from './own-rooms.service';

/** One meeting's notes on somebody's own page. */
export interface NotesPage {
  readonly room: OwnRoom;
  readonly own: OwnMeeting;
  readonly notes: Notes;
  readonly copy: NotesCopy;
}

/** The notes somebody may read by their link; the service user reads them first and says when the others may. */
@Injectable()
export class OwnNotes {
  constructor(
    private readonly first: ServiceUserReads,
    private readonly toRead: NotesToRead,
    private readonly journal: OwnJournal,
  ) {}

  /** Not let out to this reader: `notFound`. The reading is logged. */
  async open(room: OwnRoom, own: OwnMeeting): Promise<NotesPage> {
    const found = isServiceUsers(room) ? await this.first.open(placeAt(room, own)) : await this.copy(room, own);
    if (!found) throw new DomainError('notFound');
    return { room, own, notes: found.notes, copy: found.copy };
  }

  async strike(room: OwnRoom, own: OwnMeeting, line: NoteLineId): Promise<void> {
    await this.first.strike(placeAt(room, own), line);
  }

  async unstrike(room: OwnRoom, own: OwnMeeting, line: NoteLineId): Promise<void> {
    await this.first.unstrike(placeAt(room, own), line);
  }

  async comment(room: OwnRoom, own: OwnMeeting, { line, words }: LineComment): Promise<void> {
    await this.first.comment(placeAt(room, own), line, words);
  }

  /** `seen` as the page told it; what was changed since is read once more first. */
  async letGo(room: OwnRoom, own: OwnMeeting, seen: number): Promise<void> {
    await this.first.letGo(placeAt(room, own), seen);
  }

  private async copy(room: OwnRoom, { meeting }: OwnMeeting) {
    const [found] = await this.toRead.of(room.group.organisationId, [meeting.id], room.year.reader);
    if (found) await this.journal.read(room, 'notes.read', [meeting.id]);
    return found ?? null;
  }
}

export interface LineComment {
  readonly line: NoteLineId;
  readonly words: string;
}

const placeAt = (room: OwnRoom, { meeting }: OwnMeeting) => ({ ...placeOf(room), meetingId: meeting.id });
