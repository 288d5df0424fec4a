import { dayInWords, hoursInWords, type Language } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import { type Answer, show } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import { endOfMeeting, type OwnMeeting, type OwnYear, startOfMeeting } from './domain/own-year';
import { lengthInWords } from './domain/wording';
import { type FiledEvent } from './ical/calendar-file';

/** What a page behind a link is written from. */
export interface OwnPage {
  readonly year: OwnYear;
  readonly token: string;
  readonly say: Say;
  readonly language: Language;
}

/** A person's own year: when, how long, whom to phone. Nothing about anybody else. */
export function ownYearPage({ year, token, say, language }: OwnPage): Answer {
  const { calledName, caller, mayOpenAgenda } = year.link.shown;
  const [next] = year.ahead;
  const count = year.ahead.length;
  const base = `/m/${token}`;
  return show(
    'link/year',
    {
      title: say('link.title'),
      greeting: say('link.greeting', { name: calledName }),
      lead: count === 0 ? say('link.lead.none') : say('link.lead', { count }),
      next: next ? nextModel(next, { year, token, say, language }) : null,
      meetings: year.meetings.map((own) => rowModel(own, { year, token, say, language })),
      all: count > 0 ? { text: say('link.calendarAll'), href: `${base}/moten.ics`, kind: 'secondary' } : null,
      agenda: mayOpenAgenda ? { text: say('link.toAgenda'), href: `${base}/agenda` } : null,
      call: callModel(caller, say),
    },
    { layout: 'link' },
  );
}

/** The way to a human, on every page behind a link. */
export const callModel = ({ firstName, workPhone }: { firstName: string; workPhone: string }, say: Say) => ({
  text: say('link.callText', { name: firstName }),
  phone: say('link.phone', { phone: workPhone }),
  href: `tel:${workPhone.replace(/[^+\d]/g, '')}`,
});

/** A home is never told behind a link, nor a place that was not marked as public. */
export const placeInWords = ({ form, place, placeIsPublic }: Meeting, say: Say): string =>
  placeIsPublic && form !== 'home' && place !== '' ? place : say('mail.place.asAgreed');

const numberInWords = ({ meeting }: OwnMeeting, { year, say }: OwnPage): string =>
  say('mail.count', { number: meeting.number, of: year.lastNumber });

function nextModel(own: OwnMeeting, page: OwnPage) {
  const { say, language } = page;
  const { meeting } = own;
  return {
    count: numberInWords(own, page),
    day: dayInWords(meeting.day, language),
    rows: [
      { key: say('link.time'), value: hoursInWords(meeting.span, language) },
      { key: say('link.length'), value: lengthInWords(meeting.minutes, say) },
      { key: say('link.place'), value: placeInWords(meeting, say) },
    ],
  };
}

function rowModel(own: OwnMeeting, { year, token, say, language }: OwnPage) {
  const { meeting } = own;
  const isAhead = year.ahead.includes(own);
  const state = isAhead ? null : say(meeting.takesTime ? 'link.isOver' : 'link.isOff');
  return {
    number: String(meeting.number),
    day: dayInWords(meeting.day, language),
    hours: hoursInWords(meeting.span, language),
    length: lengthInWords(meeting.minutes, say),
    state,
    file: isAhead
      ? {
          text: say('link.calendarOne'),
          hidden: say('link.calendarOneHidden', { number: meeting.number }),
          href: `/m/${token}/${String(meeting.number)}/mote.ics`,
        }
      : null,
  };
}

/** The meeting for a calendar file; it says no more than the page. */
export function filedEvent(own: OwnMeeting, page: OwnPage): FiledEvent {
  const { say, year } = page;
  const { meeting, uid } = own;
  const { firstName, workPhone } = year.link.shown.caller;
  return {
    uid,
    sequence: meeting.sequence,
    start: startOfMeeting(meeting),
    end: endOfMeeting(meeting),
    summary: say('mail.title'),
    description: `${numberInWords(own, page)}\n${say('link.callText', { name: firstName })} ${workPhone}`,
    location: placeInWords(meeting, say),
  };
}
