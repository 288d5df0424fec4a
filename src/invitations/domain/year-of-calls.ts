import type { Leader } from '../../groups/domain/profile';
import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Person } from '../../people/domain/person';
import { copyFor, type ReleasedLine } from '../../agendas/domain/released-agenda';
import type { Reader } from '../../groups/domain/readership';
import type { OwnCall } from './callable';
import { readerAt, standsIn } from './own-appointment';
import type { AgendaLine, CalledMeeting } from './called-meeting';
import type { BookedMeeting, Gathering } from './gathering';
import type { Say } from './wording';

/** What ties a message to one person: names that calendars keep, addresses that answers come back to, the own page. */
export interface Identities {
  uid(meetingId: MeetingId, personId: PersonId): string;
  replyAddress(meetingId: MeetingId, personId: PersonId): string;
  yearReplyAddress(personId: PersonId): string;
  page(personId: PersonId): string;
}

export interface YearParts {
  readonly gathering: Gathering;
  readonly reader: Reader;
  readonly identities: Identities;
  /** In the person's language. */
  readonly say: Say;
  /** The plain word for a meeting in every language; a group called just that has no name of its own. */
  readonly plainTitles: readonly string[];
}

/** The meetings ahead as one person is called to them, soonest first. */
export const calledMeetings = (parts: YearParts): readonly CalledMeeting[] =>
  parts.gathering.aheadFor(parts.reader).map((own) => calledMeeting(own, parts));

/** One meeting as one person is called to it. */
export function calledMeeting(own: OwnCall<BookedMeeting>, parts: YearParts): CalledMeeting {
  const { gathering, reader, identities } = parts;
  const { id, appointment, number, sequence } = own;
  const isDeputy = standsIn(reader.personId, own);
  return {
    ...appointment,
    // A guest of one item is not told which of how many meetings it is.
    count: reader.part === 'adjunct' && !isDeputy ? null : { number, of: gathering.lastNumber },
    title: titleIn(parts),
    agenda: agendaOf(own, parts),
    uid: identities.uid(id, reader.personId),
    sequence,
    replyAddress: identities.replyAddress(id, reader.personId),
  };
}

// An empty title is the recipient's own word for a meeting.
const titleIn = ({ gathering, plainTitles }: YearParts): string => {
  const { neutralTitle } = gathering.parts.group;
  return plainTitles.includes(neutralTitle) ? '' : neutralTitle;
};

const agendaOf = (own: OwnCall<BookedMeeting>, parts: YearParts): readonly AgendaLine[] =>
  copyFor(parts.gathering.parts.agendas.get(own.id)?.lines ?? [], readerAt(parts.reader, own)).map((line) =>
    agendaLine(line, parts),
  );

const agendaLine = ({ title, neutralTitle, minutes, leader, line }: ReleasedLine, parts: YearParts): AgendaLine => ({
  title,
  neutralTitle,
  minutes,
  leader: leaderName(leader, parts),
  line,
});

/** The people who lead an item, by name where the group has them. */
function leaderName(leader: Leader, { gathering, say }: YearParts): string {
  const { group } = gathering.parts;
  const named = (part: 'service-user' | 'coordinator' | 'doctor'): string => {
    const member = group.inPart(part);
    const person = member && gathering.person(member.personId);
    return person ? spokenName(person) : say(`leader.${part}`);
  };
  switch (leader) {
    case 'service-user':
    case 'coordinator':
    case 'doctor':
      return named(leader);
    case 'together':
      return say('leader.both', { one: named('service-user'), other: named('coordinator') });
    case 'network':
    case 'adjunct':
    case 'invited':
      return say(`leader.${leader}`);
  }
}

const spokenName = ({ kind, calledName, fullName }: Person): string =>
  kind === 'professional' ? fullName : calledName;
