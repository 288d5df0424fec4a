import type { Entry } from '../audit/domain/access-log';
import type { CalendarDate } from '../kernel/calendar-date';
import { dayInWords, timeInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import { type Reader, type Trace, tracesIn } from './domain/trail';
import { readingsOnAPage } from './own-papers.service';
import type { OwnRoom } from './own-rooms.service';
import { backHome, callModel, homeOf, nameOf, type Speech } from './own-words';

interface ReadersPage {
  readonly room: OwnRoom;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly zone: string;
}

/** Who has read about the service user: when, who, and what, in sentences. */
export function readersPage({ room, entries, zone }: ReadersPage, speech: Speech): Answer {
  const { say } = speech;
  const whose = {
    ownerId: room.group.serviceUserId,
    members: room.group.members.map(({ personId }) => personId),
    zone,
  };
  const traces = tracesIn(entries, whose);
  const last = entries.at(-1);
  return show(
    'my-page/readers',
    {
      title: say('mine.readers.title'),
      back: backHome(speech),
      days: daysIn(traces).map((day) => ({
        day: dayInWords(day, speech.language),
        readers: readersOn(day, traces, room, speech),
      })),
      older:
        last && entries.length === readingsOnAPage
          ? {
              text: say('mine.readers.older'),
              href: `${homeOf(speech)}/readers?before=${String(last.number)}`,
              kind: 'secondary',
            }
          : null,
      call: callModel(room, say),
    },
    { layout: 'link' },
  );
}

const daysIn = (traces: readonly Trace[]): readonly CalendarDate[] =>
  traces.map(({ day }) => day).filter((day, place, all) => !all[place - 1]?.equals(day));

/** By the one who read: "Läste, senast klockan 13.05:", and what. */
function readersOn(day: CalendarDate, traces: readonly Trace[], room: OwnRoom, speech: Speech) {
  const that = traces.filter((trace) => trace.day.equals(day));
  const told = that.map((trace) => ({ who: whoIn(trace.reader, room, speech), trace }));
  return [...new Set(told.map(({ who }) => who))].map((who) => ({
    who,
    ways: told.filter((one) => one.who === who).map(({ trace }) => wayModel(trace, speech)),
  }));
}

const wayModel = ({ way, time, topics }: Trace, { say, language }: Speech) => ({
  text: say(`mine.readers.${way}`, { time: timeInWords(time, language) }),
  topics: topics.map((topic) => say(`mine.topic.${topic}`)),
});

function whoIn(reader: Reader, room: OwnRoom, { say }: Speech): string {
  switch (reader.kind) {
    case 'coordinator':
      return coordinatorIn(reader.userId, room, say);
    case 'member':
      return nameOf(room, reader.personId, say);
    case 'administrator':
    case 'some-member':
    case 'program':
      return say(`mine.reader.${reader.kind}`);
  }
}

/** By name only the one who is in the group. */
function coordinatorIn(userId: string, { people }: OwnRoom, say: Speech['say']): string {
  const known = [...people.values()].find(({ person }) => person.userId === userId);
  return known ? say('mine.reader.own-coordinator', { name: known.person.calledName }) : say('mine.reader.coordinator');
}
