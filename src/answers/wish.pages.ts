import { dayInWords, shortDayInWords, timeInWords } from '../kernel/in-words';
import { momentInWords, nameOf, type Speech } from './answer-words';
import type { AnswersShown } from './answers-reading.service';
import type { Wish } from './domain/wish';

/** What somebody wished, and a button to say that it is read. */
export function wishModel(wish: Wish, shown: AnswersShown, speech: Speech) {
  const { say, language } = speech;
  const meeting = shown.meetings.find(({ id }) => id === wish.meetingId);
  const name = nameOf(shown, wish.personId, say);
  const day = meeting ? shortDayInWords(meeting.day, language) : '';
  return {
    who: say(`answers.wish.${wish.kind}`, { name, day }),
    text: wish.text,
    proposed: proposedInWords(wish, shown, speech),
    at: meeting ? momentInWords(wish.at, meeting, speech) : '',
    action: wish.seenAt === null ? `/groups/${shown.group.id}/answers/wishes/${wish.id}/seen` : null,
    move: wish.kind === 'otherTime' && meeting?.wasCalled === true ? `/meetings/${meeting.id}/move` : null,
  };
}

function proposedInWords({ proposedStart, proposedMinutes }: Wish, shown: AnswersShown, speech: Speech): string {
  const zone = shown.meetings[0]?.zone;
  if (proposedStart === null || zone === undefined) return '';
  const { say, language } = speech;
  const from = timeInWords(proposedStart.timeIn(zone), language);
  const time =
    proposedMinutes === null
      ? from
      : `${from}–${timeInWords(proposedStart.plusMinutes(proposedMinutes).timeIn(zone), language)}`;
  return say('answers.proposed', { day: dayInWords(proposedStart.dayIn(zone), language), time });
}
