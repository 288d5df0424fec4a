import { dayInWords, type Language, shortDayInWords, timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import type { Meeting } from '../meetings/domain/meeting';
import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { Claimed, Doubt, Saying } from './domain/decision';
import type { IncomingMail, Told } from './domain/incoming-mail';
import type { RepliesShown } from './replies-reading.service';

export interface RepliesSpeaker {
  readonly say: Say;
  readonly language: Language;
  readonly zone: string;
}

/** Answers that only a person can tell whose they are, and mail that somebody wrote instead of answering. */
export function repliesPage(shown: RepliesShown, speaker: RepliesSpeaker): Shown {
  const { group, replies } = shown;
  const { say } = speaker;
  return show('replies/replies', {
    title: say('replies.title'),
    caption: group.name,
    back: { text: say('groups.toGroup'), href: `/groups/${group.id}` },
    isEmpty: replies.length === 0,
    replies: replies.map((reply) => replyModel(reply, shown, speaker)),
    toAnswers: { text: say('replies.toAnswers'), href: `/groups/${group.id}/answers` },
  });
}

function replyModel(reply: IncomingMail, shown: RepliesShown, speaker: RepliesSpeaker) {
  const { say } = speaker;
  const { id, told, arrivedAt } = reply;
  const name = nameOf(reply, shown, say);
  const action = `/groups/${shown.group.id}/replies/${id}`;
  return {
    heading: say(`replies.heading.${told?.kind ?? 'written'}`, { name }),
    came: say('replies.came', momentIn(arrivedAt, speaker)),
    sentences: told === null ? [] : sentencesIn(told, reply, { shown, speaker }),
    words:
      told === null
        ? []
        : wordsIn(told)
            .split('\n')
            .filter((line) => line !== ''),
    question: told?.kind === 'unverified' ? say('replies.question') : '',
    confirm: told?.kind === 'unverified' ? `${action}/confirm` : null,
    setAside: `${action}/set-aside`,
    confirmText: say('replies.confirm', { name }),
    setAsideText: say('replies.setAside', { name }),
  };
}

interface Within {
  readonly shown: RepliesShown;
  readonly speaker: RepliesSpeaker;
}

function sentencesIn(told: Told, reply: IncomingMail, { shown, speaker }: Within): readonly string[] {
  const { say } = speaker;
  if (told.kind === 'written') return [say('replies.from', { from: senderIn(told.claimed, say) })];
  const meeting = shown.meetings.find(({ id }) => id === reply.place?.meetingId);
  return [
    ...told.doubts.map((doubt) => doubtInWords(doubt, told.claimed, say)),
    sayingInWords(told.said, meeting, speaker),
    ...(isAboutAnEarlierTime(told.said, meeting) ? [say('replies.earlierTime')] : []),
  ];
}

function doubtInWords(doubt: Doubt, claimed: Claimed, say: Say): string {
  const { attendee, attendeeName } = claimed;
  const whose = [attendeeName, attendee].filter((part) => part !== '').join(', ');
  return say(`replies.doubt.${doubt}`, { from: senderIn(claimed, say), attendee: whose || say('replies.nobody') });
}

const senderIn = ({ from }: Claimed, say: Say): string => from || say('replies.nobody');

function sayingInWords(said: Saying, meeting: Meeting | undefined, speaker: RepliesSpeaker): string {
  const { say, language } = speaker;
  const day = meeting ? dayInWords(meeting.day, language) : say('replies.unknownDay');
  if (said.kind === 'answer') return say(`replies.says.${said.choice}`, { day });
  if (said.start === null) return say('replies.says.otherTime', { day });
  return say('replies.says.proposed', { was: day, ...momentIn(said.start, speaker) });
}

const isAboutAnEarlierTime = (said: Saying, meeting: Meeting | undefined): boolean =>
  said.kind === 'answer' && meeting !== undefined && said.revision < meeting.since;

const wordsIn = (told: Told): string => (told.kind === 'written' ? told.text : told.said.comment);

const momentIn = (at: Instant, { language, zone }: RepliesSpeaker) => ({
  day: shortDayInWords(at.dayIn(zone), language),
  time: timeInWords(at.timeIn(zone), language),
});

const nameOf = ({ place }: IncomingMail, { people }: RepliesShown, say: Say): string =>
  (place && people.get(place.personId)?.person.calledName) ?? say('groups.member.unseen');
