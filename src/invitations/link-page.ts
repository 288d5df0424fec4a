import type { Act } from '../answers/domain/act';
import { type Language, shortDayInWords } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import { type Shown, show } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { OwnMeeting, OwnYear } from './domain/own-year';

/** What a page behind a link is written from. */
export interface OwnPage {
  readonly year: OwnYear;
  readonly token: string;
  readonly say: Say;
  readonly language: Language;
}

/** A page that also knows what the link's owner has answered. */
export interface AnsweredPage extends OwnPage {
  readonly acts: readonly Act[];
}

/** The same calm page for an address that never was and for one that is over: it tells nobody which. */
export const overPage = (say: Say): Shown =>
  show('link/over', { title: say('link.over.title') }, { status: 404, layout: 'link' });

/** The way to a human, on every page behind a link. */
export const callModel = ({ firstName, workPhone }: { firstName: string; workPhone: string }, say: Say) => ({
  text: say('link.callText', { name: firstName }),
  phone: say('link.phone', { phone: workPhone }),
  href: `tel:${workPhone.replace(/[^+\d]/g, '')}`,
});

/** What the page of somebody's choices is called: reminders come by e-mail, so the others choose nothing about them. */
export const choicesTitle = ({ year, say }: Pick<OwnPage, 'year' | 'say'>): string =>
  say(year.link.shown.comesByMail ? 'choices.title' : 'choices.titleCalendar');

/** "Möte 3", or for a guest, who is not told which it is, "Mötet 14 april". */
export const meetingInWords = ({ meeting }: OwnMeeting, { year, say, language }: Omit<OwnPage, 'token'>): string =>
  year.isGuests
    ? say('link.meeting.part', { day: shortDayInWords(meeting.day, language) })
    : say('link.meeting', { number: meeting.number });

/** "Möte 3 av 7"; empty for a guest. */
export const countInWords = ({ meeting }: OwnMeeting, { year, say }: Pick<OwnPage, 'year' | 'say'>): string =>
  year.isGuests ? '' : say('mail.count', { number: meeting.number, of: year.lastNumber });

/** A home is never told behind a link, nor a place that was not marked as public. */
export const placeInWords = ({ form, place, placeIsPublic }: Meeting, say: Say): string =>
  placeIsPublic && form !== 'home' && place !== '' ? place : say('mail.place.asAgreed');
