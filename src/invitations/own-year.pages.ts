import { dayInWords, hoursInWords, shortDayInWords } from '../kernel/in-words';
import { type Answer, show } from '../platform/web/answer';
import { type Fault, faultModel } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { endOfMeeting, type OwnMeeting, type OwnYear } from './domain/own-year';
import { lengthInWords } from './domain/wording';
import { type FiledEvent } from './ical/calendar-file';
import {
  type AnsweredPage,
  callModel,
  choicesTitle,
  countInWords,
  meetingInWords,
  type OwnPage,
  placeInWords,
} from './link-page';
import { answeredModel, canBeAnswered, type Filling, questionModel } from './own-answer.pages';

interface Typing {
  readonly typed: Filling['typed'];
  readonly faults: readonly Fault[];
}

/** A person's own year: when, how long, whom to phone, and whether they come. Nothing about anybody else. */
export function ownYearPage(page: AnsweredPage, { typed, faults }: Typing = { typed: {}, faults: [] }): Answer {
  const { year, token, say } = page;
  const { calledName, caller } = year.link.shown;
  const count = year.ahead.length;
  const base = `/m/${token}`;
  const filling = { typed, faults: faultModel(faults, say) };
  return show(
    'link/year',
    {
      title: say('link.title'),
      greeting: say('link.greeting', { name: calledName }),
      lead: leadInWords(year, say),
      errorSummary: filling.faults.errorSummary,
      action: `${base}/answers`,
      mayAnswer: year.ahead.some((own) => canBeAnswered(own, page)),
      meetings: year.ahead.map((own) => aheadModel(own, page, filling)),
      others: year.meetings.filter((own) => !year.ahead.includes(own)).map((own) => otherInWords(own, page)),
      all: count > 0 ? { text: say('link.calendarAll'), href: `${base}/moten.ics`, kind: 'secondary' } : null,
      mine: year.link.mayOpenAgenda ? { text: say('link.toMine'), href: `${base}/mine` } : null,
      agenda:
        year.link.mayOpenAgenda && year.meetings.length > 0
          ? { text: say('link.toAgenda'), href: `${base}/agenda`, kind: 'secondary' }
          : null,
      choices: { text: choicesTitle(page), href: `${base}/choices` },
      pattern: year.isGuests ? null : { text: say('ownPattern.title'), href: `${base}/pattern` },
      call: callModel(caller, say),
    },
    { layout: 'link', status: faults.length > 0 ? 422 : 200 },
  );
}

function leadInWords({ ahead, isGuests }: OwnYear, say: Say): string {
  if (ahead.length === 0) return say('link.lead.none');
  const lead = say('link.lead', { count: ahead.length });
  return isGuests ? `${lead} ${say('link.lead.parts')}` : lead;
}

type Told = Pick<OwnPage, 'year' | 'say'>;

function aheadModel(own: OwnMeeting, page: AnsweredPage, filling: Filling) {
  const { year, token, say, language } = page;
  const { meeting } = own;
  const hours = hoursInWords(meeting.span, language);
  const length = lengthInWords(meeting.minutes, say);
  const place = placeInWords(meeting, say);
  return {
    id: `meeting-${String(meeting.number)}`,
    isNext: own === year.ahead[0],
    count: countInWords(own, page),
    day: dayInWords(meeting.day, language),
    when: say('link.when', { hours, length, place }),
    rows: [
      { key: say('link.time'), value: hours },
      { key: say('link.length'), value: length },
      { key: say('link.place'), value: place },
    ],
    answered: answeredModel(own, page),
    question: canBeAnswered(own, page) ? questionModel(own, page, filling) : null,
    file: {
      text: say('link.calendarOne'),
      hidden: say('link.calendarOneHidden', { day: shortDayInWords(meeting.day, language) }),
      href: `/m/${token}/${String(meeting.number)}/mote.ics`,
    },
  };
}

/** "Möte 1: onsdag 14 april 2027 (har varit)" */
const otherInWords = (own: OwnMeeting, page: OwnPage): string =>
  page.say('link.other', {
    meeting: meetingInWords(own, page),
    day: dayInWords(own.meeting.day, page.language),
    state: page.say(own.meeting.takesTime ? 'link.isOver' : 'link.isOff'),
  });

/** The meeting for a calendar file; it says no more than the page. */
export function filedEvent(own: OwnMeeting, page: Told): FiledEvent {
  const { say, year } = page;
  const { meeting, uid } = own;
  const { firstName, workPhone } = year.link.shown.caller;
  return {
    uid,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: endOfMeeting(meeting),
    summary: say('mail.title'),
    description: [
      ...(year.isGuests ? [] : [countInWords(own, page)]),
      `${say('link.callText', { name: firstName })} ${workPhone}`,
    ].join('\n'),
    location: placeInWords(meeting, say),
  };
}
