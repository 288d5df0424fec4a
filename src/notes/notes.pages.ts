import { dayInWords, spanInWords } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { presences } from './domain/attendance';
import type { NoteLine } from './domain/note-line';
import type { NoteItem, Notes, NotesState } from './domain/notes';
import { nameIn, type Speech } from './hold.pages';
import type { NotesWithTasks } from './meeting-tasks.service';
import type { Names } from './notes-reading.service';
import { taskSentence } from './task-words';

const stateShape = {
  writing: 'open',
  'with-service-user': 'warning',
  released: 'done',
} as const satisfies Record<NotesState, string>;

/** What came of the meeting, for the two who chair; what the service user has struck is not in it. */
export function notesPage(shown: NotesWithTasks, speech: Speech): Shown {
  const { meeting, group, notes, names } = shown;
  const { say, language } = speech;
  const serviceUser = nameIn(names, group.serviceUserId, say);
  const home = `/meetings/${meeting.id}`;
  const items = notes.items.map((item) => itemModel(item, shown, speech));
  const unwritten = items
    .filter((item) => !isWritten(item))
    .map(({ title }) => title)
    .join(' · ');
  return show('notes/notes', {
    title: say('notes.notes.title', { number: meeting.number }),
    caption: group.name,
    when: spanInWords(meeting.span, language),
    back: `${home}/agenda`,
    state: { text: say(`notes.state.${notes.state}`, { name: serviceUser }), shape: stateShape[notes.state] },
    kind: notes.isHeld ? '' : say('notes.reconciliation', { name: serviceUser }),
    attendance: attendanceRows(notes, names, say),
    attendanceHref: notes.letGoOn === null ? `${home}/hold` : '',
    items: items.filter(isWritten),
    unwritten: unwritten === '' ? '' : say('notes.notes.unwritten', { items: unwritten }),
    addHref: notes.letGoOn === null ? `${home}/notes/lines/new` : '',
    step: stepOf(notes, serviceUser, say),
    letGo: letGoInWords(notes, serviceUser, speech),
  });
}

/** "Var med: Olle, Siv" and so on, one row for each way of being there. */
export function attendanceRows({ attendance }: Pick<Notes, 'attendance'>, names: Names, say: Say) {
  return presences.flatMap((presence) => {
    const people = attendance.filter((one) => one.presence === presence);
    if (people.length === 0) return [];
    const value = people.map(({ personId }) => nameIn(names, personId, say)).join(', ');
    return [{ key: say(`notes.was.${presence}`), value }];
  });
}

type ItemModel = ReturnType<typeof itemModel>;

const isWritten = ({ lines, struck, isPutOff }: ItemModel): boolean =>
  lines.length > 0 || struck !== '' || isPutOff !== '';

function itemModel(item: NoteItem, { notes, tasks, names, meeting }: NotesWithTasks, speech: Speech) {
  const { say } = speech;
  const serviceUser = nameIn(names, notes.serviceUserId, say);
  const own = notes.lines.filter(({ itemId }) => itemId === item.itemId);
  const struck = own.filter(({ isStruck }) => isStruck).length;
  const isFixed = notes.letGoOn !== null;
  return {
    title: item.title,
    isPutOff: item.isPutOff ? say('notes.screen.isPutOff') : '',
    lines: [
      ...own
        .filter(({ isStruck }) => !isStruck)
        .map((line) => lineModel(line, { isFixed, names, meeting, say, serviceUser })),
      ...tasks
        .filter(({ itemId }) => itemId === item.itemId)
        .map((task) => ({
          kind: say('notes.kind.task'),
          text: taskSentence(task, { ...speech, names }),
          readers: readersInWords({ readership: task.readership, guest: item.guest }, names, say),
          comment: '',
          change: { text: say('notes.line.changeTask'), href: `/groups/${notes.groupId}/tasks` },
        })),
    ],
    struck: struck === 0 ? '' : say('notes.line.struck', { count: struck, name: serviceUser }),
  };
}

interface LineAround {
  readonly isFixed: boolean;
  readonly names: Names;
  readonly meeting: { readonly id: string };
  readonly say: Say;
  readonly serviceUser: string;
}

const lineModel = (line: NoteLine, { isFixed, names, meeting, say, serviceUser: name }: LineAround) => ({
  kind: say(`notes.kind.${line.kind}`),
  text: line.text,
  readers: readersInWords(line, names, say),
  comment: line.comment === '' ? '' : say('notes.line.comment', { name, words: line.comment }),
  change: isFixed ? null : { text: say('notes.line.change'), href: `/meetings/${meeting.id}/notes/lines/${line.id}` },
});

/** "Alla i gruppen", and the guest where there is one. */
function readersInWords({ readership, guest }: Pick<NoteLine, 'readership' | 'guest'>, names: Names, say: Say): string {
  const { audience, named } = readership;
  const who = named.map((id) => nameIn(names, id, say)).join(', ');
  const readers = say(`notes.readers.${audience}`, { names: who });
  return guest === null ? readers : say('notes.readers.guestToo', { readers, name: nameIn(names, guest, say) });
}

/** What is to be done next, and where. */
function stepOf({ isOver, state, meetingId }: Notes, name: string, say: Say) {
  const home = `/meetings/${meetingId}`;
  const read = { text: say('notes.step.read', { name }), href: `${home}/notes/read` };
  const own = { text: say('notes.step.show', { name }), action: `${home}/notes/show` };
  const copies = { text: say('notes.step.copies'), href: `${home}/notes/copies` };
  if (!isOver)
    return {
      lead: say('notes.step.notOver'),
      link: { text: say('notes.hold.toScreen'), href: `${home}/hold` },
      button: { text: say('notes.screen.end'), action: `${home}/notes/end` },
      second: null,
    };
  switch (state) {
    case 'writing':
      return { lead: say('notes.step.writing', { name }), link: read, button: own, second: null };
    case 'with-service-user':
      return { lead: say('notes.step.waiting', { name }), link: read, button: null, second: copies };
    case 'released':
      return { lead: say('notes.step.released'), link: copies, button: null, second: null };
  }
}

function letGoInWords({ letGoOn, letGoHow }: Notes, name: string, { say, language }: Speech): string {
  if (letGoOn === null || letGoHow === null) return '';
  return say('notes.letGo', { name, how: say(`notes.way.${letGoHow}`), day: dayInWords(letGoOn, language) });
}
