import { dayInWords, timeInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import { taskLists } from './domain/own-tasks';
import type { OwnPage } from './own-pages.service';
import { callModel, homeOf, placeInWords, type Speech } from './own-words';

/** One heading, its lines, and where to read or do more. */
interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** The service user's page in easy-read: one fact a line, short lines, dates in words. */
export function easyMinePage(page: OwnPage, speech: Speech): Answer {
  const { say, token } = speech;
  const home = homeOf(speech);
  const { firstName, workPhone } = page.room.year.link.shown.caller;
  return show(
    'my-page/easy',
    {
      title: say('mine.title'),
      back: { text: say('link.backToMeetings'), href: `/m/${token}` },
      parts: [
        meetingPart(page, speech),
        ...notesPart(page, speech),
        tasksPart(page, speech),
        ...goalsPart(page, speech),
      ],
      more: ['star', 'crisis-plan', 'sharing', 'readers'].map((name) => ({
        text: say(`mine.${name}.title`),
        href: `${home}/${name}`,
      })),
      ask: [say('easy.ask'), say('easy.call', { name: firstName }), say('easy.phone', { phone: workPhone })],
      call: callModel(page.room, say),
      usual: { text: say('mine.easy.usual'), href: home },
    },
    { layout: 'link' },
  );
}

function meetingPart({ room }: OwnPage, { say, language, token }: Speech): Part {
  const heading = say('mine.next');
  const [next] = room.year.ahead;
  if (!next) return { heading, lines: [say('mine.next.none')], links: [] };
  const { day, start, minutes } = next.meeting;
  return {
    heading,
    lines: [
      say('easy.day', { day: dayInWords(day, language) }),
      say('easy.start', { time: timeInWords(start, language) }),
      say('easy.end', { time: timeInWords(start.plusMinutes(minutes), language) }),
      say('easy.place', { place: placeInWords(next.meeting, room, say) }),
    ],
    links: [{ text: say('mine.toAgenda'), href: `/m/${token}/agenda?lattlast` }],
  };
}

function notesPart({ notes, room }: OwnPage, speech: Speech): readonly Part[] {
  const { say } = speech;
  const waiting = notes.filter(({ notes: { state } }) => state === 'with-service-user');
  if (waiting.length === 0) return [];
  const links = waiting.flatMap(({ notes: { meetingId } }) =>
    room.year.meetings
      .filter(({ meeting }) => meeting.id === meetingId)
      .map(({ meeting }) => ({
        text: say('mine.notes.readFirst'),
        href: `${homeOf(speech)}/notes/${String(meeting.number)}`,
      })),
  );
  return [{ heading: say('mine.notes'), lines: [say('mine.easy.notes'), say('mine.easy.notesFirst')], links }];
}

function tasksPart({ tasks, room }: OwnPage, speech: Speech): Part {
  const { say, language } = speech;
  const { own } = taskLists(tasks, room.year.reader.personId);
  const lines = own.flatMap(({ what, by }) => [what, say('mine.easy.by', { day: dayInWords(by, language) })]);
  const links = [{ text: say('mine.easy.tasks'), href: `${homeOf(speech)}#tasks` }];
  return { heading: say('mine.tasks.own'), lines: own.length > 0 ? lines : [say('mine.tasks.none')], links };
}

function goalsPart({ goals }: OwnPage, { say }: Speech): readonly Part[] {
  if (goals.length === 0) return [];
  return [{ heading: say('mine.goals'), lines: goals.map(({ words }) => words), links: [] }];
}
