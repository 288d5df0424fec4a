import { dayInWords, hoursInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import type { OwnMeeting } from './domain/own-year';
import { type AnsweredPage, callModel, meetingInWords } from './link-page';
import { answeredModel, canBeAnswered } from './own-answer.pages';

interface Saved extends AnsweredPage {
  /** The numbers of meetings whose answer could no longer be kept. */
  readonly tooLate: readonly number[];
  readonly hasWished: boolean;
}

/** Repeats the answers in words, and asks again where a time has changed. */
export function ownAnswersPage(page: Saved): Answer {
  const { say, year, token, acts } = page;
  const open = year.meetings.filter((own) => canBeAnswered(own, page));
  const models = open.map((own) => ({ own, answered: answeredModel(own, page) }));
  const left = models.filter(({ answered }) => answered === null).length;
  return show(
    'link/answers',
    {
      title: say('link.answers.title'),
      lead: say(acts.length > 0 ? 'link.answers.saved' : 'link.answers.none'),
      tooLate: year.meetings.filter((own) => isTooLate(own, page)).map((own) => tooLateInWords(own, page)),
      changed: models.flatMap(({ own, answered }) =>
        answered?.isChanged === true ? [{ when: whenInWords(own, page), text: answered.text }] : [],
      ),
      answers: models.flatMap(({ answered }) => (answered?.isChanged === false ? [answered.text] : [])),
      left: left > 0 ? say('link.answers.left', { count: left }) : null,
      hasWritten: page.hasWished || acts.some(({ comment, way }) => comment !== '' && way === 'link'),
      change: open.length > 0 ? { text: say('link.answers.change'), href: `/m/${token}` } : null,
      back: { text: say('link.backToMeetings'), href: `/m/${token}` },
      call: callModel(year.link.shown.caller, say),
    },
    { layout: 'link' },
  );
}

// The address alone says nothing: a meeting that can be answered is not too late.
const isTooLate = (own: OwnMeeting, page: Saved): boolean =>
  page.tooLate.includes(own.meeting.number) && !canBeAnswered(own, page);

const tooLateInWords = (own: OwnMeeting, page: Saved): string =>
  page.say(own.meeting.takesTime ? 'link.answers.begun' : 'link.answers.off', { meeting: meetingInWords(own, page) });

const whenInWords = ({ meeting }: OwnMeeting, { language }: Saved): string =>
  `${dayInWords(meeting.day, language)}, ${hoursInWords(meeting.span, language)}`;
