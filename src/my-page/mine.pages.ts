import { dayWithYear } from '../kernel/in-words';
import { isServiceUsers } from './own-rooms.service';
import type { Goal } from '../progress/domain/goal';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import { qrSvg } from '../platform/web/qr-picture';
import { TrustedSvg } from '../platform/web/trusted-svg';
import type { ReadableNotes } from '../notes/notes-to-read.service';
import type { Mine } from './mine-reading.service';
import type { OwnPage } from './own-pages.service';
import { callModel, homeOf, meetingInWords, placeInWords, type Speech, whenInWords } from './own-words';
import { tasksModel } from './task-words';
import { wishesModel } from './wish-words';

interface Typing {
  readonly typed: string;
  readonly faults: readonly Fault[];
}

const nothingTyped: Typing = { typed: '', faults: [] };

/** Somebody's own page: what comes next, what they want taken up, what is to be done, and what there is to read. */
export function minePage(page: OwnPage, speech: Speech, { typed, faults }: Typing = nothingTyped): Answer {
  const { room, address } = page;
  const { say } = speech;
  const model = faultModel(faults, say);
  const own = isServiceUsers(room);
  return show(
    'my-page/mine',
    {
      title: say('mine.title'),
      back: { text: say('link.backToMeetings'), href: `/m/${speech.token}` },
      greeting: say('link.greeting', { name: room.year.link.shown.calledName }),
      errorSummary: model.errorSummary,
      easy: own ? { text: say('agendaPage.easy'), href: `${homeOf(speech)}?lattlast`, kind: 'secondary' } : null,
      next: nextModel(page, speech),
      notesFirst: notesFirst(page, speech),
      wishes: wishesModel(page, speech, { typed, error: model.at('proposal') }),
      tasks: tasksModel(page, speech),
      goals: own ? goalsModel(page, speech) : null,
      notes: page.notes.map((one) => notesLink(one, page, speech)),
      papers: own ? papersModel(speech) : null,
      call: callModel(room, say),
      qr: { picture: new TrustedSvg(qrSvg(address, say('mine.qr.alternative'))), address },
      scripts: ['keep-typing'],
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}

function nextModel({ room }: Mine, speech: Speech) {
  const { say, token } = speech;
  const [next] = room.year.ahead;
  if (!next) return null;
  const { day, hours } = whenInWords(next, speech);
  return {
    day,
    when: say('mine.next.when', { hours }),
    place: say('mine.next.place', { place: placeInWords(next.meeting, room, say) }),
    agenda: { text: say('mine.toAgenda'), href: `/m/${token}/agenda` },
    answer: { text: say('mine.toMeetings'), href: `/m/${token}`, kind: 'secondary' },
  };
}

/** What waits for the service user alone; nobody else has it before they have said so. */
function notesFirst({ room, notes }: Mine, speech: Speech) {
  if (!isServiceUsers(room)) return [];
  const { say } = speech;
  return notes
    .filter(({ notes: { state } }) => state === 'with-service-user')
    .map((one) => ({
      text: say('mine.notes.first', { day: dayOf(one, room, speech) }),
      link: { text: say('mine.notes.readFirst'), href: notesHref(one, room, speech) },
    }));
}

function notesLink(one: ReadableNotes, { room }: Mine, speech: Speech) {
  const own = meetingOf(one, room);
  const name = own ? meetingInWords(own, room, speech) : '';
  const text = speech.say('mine.notes.of', { meeting: name, day: dayOf(one, room, speech) });
  return { text: room.year.isGuests ? name : text, href: notesHref(one, room, speech) };
}

const meetingOf = ({ notes }: ReadableNotes, { year }: Mine['room']) =>
  year.meetings.find(({ meeting }) => meeting.id === notes.meetingId);

const dayOf = (one: ReadableNotes, room: Mine['room'], { language }: Speech): string => {
  const own = meetingOf(one, room);
  return own ? dayWithYear(own.meeting.day, language) : '';
};

const notesHref = (one: ReadableNotes, room: Mine['room'], speech: Speech): string =>
  `${homeOf(speech)}/notes/${String(meetingOf(one, room)?.meeting.number ?? 0)}`;

function goalsModel({ goals }: Mine, { say, language }: Speech) {
  const lines = (span: Goal['span']) =>
    goals
      .filter((goal) => goal.span === span)
      .map(({ words, by }) => ({
        words,
        by: by ? say('progress.goals.by', { day: dayWithYear(by, language) }) : null,
      }));
  return {
    isEmpty: goals.length === 0,
    spans: [
      { heading: say('progress.goals.long'), goals: lines('long') },
      { heading: say('progress.goals.short'), goals: lines('short') },
    ].filter((span) => span.goals.length > 0),
  };
}

const papersModel = (speech: Speech) =>
  ['star', 'crisis-plan', 'sharing', 'readers'].map((name) => ({
    text: speech.say(`mine.${name}.title`),
    hint: speech.say(`mine.${name}.hint`),
    href: `${homeOf(speech)}/${name}`,
  }));
