import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { MeetingId, OrganisationId } from '../../kernel/identifiers';
import { goneIn, newOrOtherIn } from '../../platform/database/changed-parts';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { NoteLine, NotesId } from '../domain/note-line';
import { type NoteItem, Notes } from '../domain/notes';
import { type FormId, type FormSent, type NotesChange, NotesRepository } from '../notes.repository';
import { type NoteFormRow, noteFormSchema, noteLineSchema, type NotesRow, notesSchema } from './notes.schemas';

const sealedNotes = new SealedTable<NotesRow>('meeting_notes', ['items']);
const sealedLines = new SealedTable<NoteLine>('note_line', ['text', 'comment']);
// What a few words digest to can be found by trying.
const sealedForms = new SealedTable<NoteFormRow>('note_form', ['digest']);

@Injectable()
export class TypeormNotesRepository extends NotesRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Notes[]> {
    const where = { organisationId, meetingId: In(meetingIds) };
    return this.whole(await this.database.repository(notesSchema).findBy(where));
  }

  async alone(organisationId: OrganisationId, meetingId: MeetingId): Promise<Notes | null> {
    // On SQLite a transaction is alone from its start, and TypeORM refuses to ask for more.
    const lock = this.database.engine === 'postgres' ? { lock: { mode: 'pessimistic_write' } as const } : {};
    const where = { organisationId, meetingId };
    const row = await this.database.repository(notesSchema).findOne({ where, ...lock });
    const [notes] = await this.whole(row ? [row] : []);
    return notes ?? null;
  }

  async save({ before, after }: NotesChange): Promise<void> {
    const { items, lines, ...row } = after;
    const whole: NotesRow = { ...row, items: JSON.stringify(items) };
    await this.database.repository(notesSchema).save(sealedNotes.close(whole, this.seal));
    await this.removeLines(goneIn(before?.lines ?? [], lines));
    await this.saveLines(newOrOtherIn(before?.lines ?? [], lines));
  }

  async digestOf(notesId: NotesId, form: FormId): Promise<string | null> {
    const row = await this.database.repository(noteFormSchema).findOneBy({ notesId, id: form });
    return row && sealedForms.open(row, this.seal).digest;
  }

  async keepForm(notesId: NotesId, form: FormSent): Promise<void> {
    await this.database.repository(noteFormSchema).insert(sealedForms.close({ notesId, ...form }, this.seal));
  }

  private async removeLines(lines: readonly NoteLine[]): Promise<void> {
    if (lines.length === 0) return;
    await this.database.repository(noteLineSchema).delete({ id: In(lines.map(({ id }) => id)) });
  }

  private async saveLines(lines: readonly NoteLine[]): Promise<void> {
    await this.database.repository(noteLineSchema).save(lines.map((line) => sealedLines.close(line, this.seal)));
  }

  private async whole(rows: readonly NotesRow[]): Promise<readonly Notes[]> {
    const sealed = await this.database.repository(noteLineSchema).findBy({ notesId: In(rows.map(({ id }) => id)) });
    const lines = sealed.map((line) => sealedLines.open(line, this.seal));
    return rows.map((row) => {
      const { items, ...rest } = sealedNotes.open(row, this.seal);
      const own = lines.filter(({ notesId }) => notesId === row.id);
      return new Notes({ ...rest, items: JSON.parse(items) as readonly NoteItem[], lines: own });
    });
  }
}
