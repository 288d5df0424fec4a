import { dayWithYear, listInWords } from '../kernel/in-words';
import type { CopiedItem, CopiedLine } from '../notes/domain/copies';
import type { NoteLineId } from '../notes/domain/note-line';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, type FaultModel, faultModel } from '../platform/web/form';
import type { NotesPage } from './own-notes.service';
import { isServiceUsers } from './own-rooms.service';
import { backHome, callModel, homeOf, meetingInWords, nameOf, type Speech, whenInWords } from './own-words';

/** The line that was written about, what was typed, and what was wrong with it. */
export interface Writing {
  readonly line: NoteLineId | null;
  readonly typed: string;
  readonly faults: readonly Fault[];
}

export const nothingWritten: Writing = { line: null, typed: '', faults: [] };

/** The notes of one meeting as their reader may see them; with buttons while they are the service user's alone. */
export function ownNotesPage(page: NotesPage, speech: Speech, writing: Writing): Answer {
  const { room, own, notes } = page;
  const { say } = speech;
  const model = faultModel(
    writing.faults.map((fault) => at(fault, writing)),
    say,
  );
  const { day, hours } = whenInWords(own, speech);
  const mine = isServiceUsers(room);
  const waits = mine && notes.state === 'with-service-user';
  const action = `${homeOf(speech)}/notes/${String(own.meeting.number)}`;
  return show(
    'my-page/notes',
    {
      title: say(room.year.isGuests ? 'notes.copy.ofItem' : 'notes.copy.title'),
      caption: meetingInWords(own, room, speech),
      back: backHome(speech),
      errorSummary: model.errorSummary,
      when: say('mine.notes.when', { day, hours }),
      lead: leadOf(page, speech),
      people: attendanceInWords(page, speech),
      items: page.copy.items.map((item) => itemModel(item, { speech, writing, model, action: waits ? action : null })),
      letGo: waits ? { action: `${action}/let-go`, seen: String(notes.changes) } : null,
      call: callModel(room, say),
      scripts: ['keep-typing'],
    },
    { layout: 'link', status: writing.faults.length > 0 ? 422 : 200 },
  );
}

/** Every line has a field of the same name, so a fault is shown at the one line that was written about. */
const at = (fault: Fault, { line }: Writing): Fault =>
  fault.field === 'noteComment' && line !== null ? { ...fault, field: commentId(line) } : fault;

const commentId = (line: NoteLineId): string => `comment-${line}`;

function leadOf({ room, notes }: NotesPage, { say, language }: Speech): string {
  if (!isServiceUsers(room)) return say('mine.notes.lead.copy', { name: nameOf(room, notes.serviceUserId, say) });
  if (notes.letGoOn === null) return say('mine.notes.lead.first');
  return say('mine.notes.lead.released', { day: dayWithYear(notes.letGoOn, language) });
}

/** "Du, Siv och Eva var med." Empty for who came to one item only. */
function attendanceInWords({ room, copy }: NotesPage, { say, language }: Speech): string {
  const there = copy.attendance.filter(({ presence }) => presence !== 'away');
  if (there.length === 0) return '';
  const names = there.map(({ personId }) =>
    personId === room.year.reader.personId ? say('mine.you') : nameOf(room, personId, say),
  );
  return say('mine.notes.there', { names: listInWords(names, language) });
}

interface Asked {
  readonly speech: Speech;
  readonly writing: Writing;
  readonly model: FaultModel;
  /** null when nothing may be changed. */
  readonly action: string | null;
}

const itemModel = ({ title, isPutOff, lines }: CopiedItem, asked: Asked) => ({
  title,
  isPutOff: isPutOff ? asked.speech.say('notes.screen.isPutOff') : '',
  lines: lines.map((line) => lineModel(line, asked)),
});

function lineModel(line: CopiedLine, asked: Asked) {
  const { say } = asked.speech;
  const { id, kind, text, isStruck, comment } = line;
  return {
    id: `line-${id}`,
    kind: say(`notes.kind.${kind}`),
    text,
    short: text.slice(0, 60),
    struck: isStruck ? { text: say('mine.notes.struck'), shape: 'stopped' } : null,
    comment: comment === '' ? null : say('mine.notes.comment', { words: comment }),
    change: asked.action === null ? null : changeModel(line, asked),
  };
}

function changeModel({ id, isStruck, comment }: CopiedLine, { speech, writing, model, action }: Asked) {
  const { say } = speech;
  const path = `${action ?? ''}/lines/${id}`;
  const name = commentId(id);
  return {
    move: isStruck
      ? { action: `${path}/keep`, text: say('mine.notes.keep') }
      : { action: `${path}/strike`, text: say('mine.notes.strike') },
    comment: {
      action: `${path}/comment`,
      keep: name,
      isOpen: writing.line === id && writing.faults.length > 0,
      field: {
        id: name,
        name: 'noteComment',
        label: say('mine.notes.commentLabel'),
        hint: say('mine.notes.commentHint'),
        value: writing.line === id ? writing.typed : comment,
        error: model.at(name),
        rows: '3',
      },
    },
  };
}
