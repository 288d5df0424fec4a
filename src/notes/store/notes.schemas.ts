import { EntitySchema } from 'typeorm';
import { calendarDate, id, instant, json, text, whole } from '../../platform/database/columns';
import { NoteLine, type NotesId } from '../domain/note-line';
import type { NotesParts } from '../domain/notes';
import type { FormId } from '../notes.repository';

/** Notes as their own table holds them; the items as they stood are sealed text, the lines stand in their table. */
export type NotesRow = Omit<Required<NotesParts>, 'items' | 'lines'> & { readonly items: string };

export interface NoteFormRow {
  readonly notesId: NotesId;
  readonly id: FormId;
  readonly digest: string;
}

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;
const none = { nullable: true };

export const notesSchema = new EntitySchema<NotesRow>({
  name: 'meeting_notes',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    meetingId: id('meeting_id'),
    serviceUserId: id('service_user_id'),
    chair: words('chair', 20),
    chairId: id('chair_id', none),
    attendance: json('attendance'),
    items: text('items'),
    begunAt: instant('begun_at'),
    takenUp: id('taken_up', none),
    takenUpAt: instant('taken_up_at', none),
    endedAt: instant('ended_at', none),
    state: words('state', 20),
    shownAt: instant('shown_at', none),
    letGoHow: { ...words('let_go_how', 20), nullable: true },
    letGoOn: calendarDate('let_go_on', none),
    releasedAt: instant('released_at', none),
    recipients: json('recipients'),
    changes: whole('changes'),
  },
  indices: [{ name: 'meeting_notes_meeting', columns: ['meetingId'], unique: true }],
});

export const noteLineSchema = new EntitySchema<NoteLine>({
  name: 'NoteLine',
  tableName: 'note_line',
  target: NoteLine,
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    notesId: id('notes_id'),
    itemId: id('item_id'),
    kind: words('kind', 20),
    position: whole('position'),
    text: text('text'),
    readership: json('readership'),
    guest: id('guest', none),
    doers: json('doers'),
    version: whole('version'),
    struckAt: instant('struck_at', none),
    comment: text('comment'),
  },
  indices: [{ name: 'note_line_notes', columns: ['notesId'] }],
});

export const noteFormSchema = new EntitySchema<NoteFormRow>({
  name: 'note_form',
  columns: { notesId: id('notes_id', { primary: true }), id: id('id', { primary: true }), digest: text('digest') },
});

export const notesSchemas: EntitySchema[] = [notesSchema, noteLineSchema, noteFormSchema];
