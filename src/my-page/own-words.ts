import type { OwnMeeting } from '../invitations/domain/own-year';
import type { PersonId } from '../kernel/identifiers';
import { dayInWords, hoursInWords, type Language, shortDayInWords } from '../kernel/in-words';
import type { Meeting } from '../meetings/domain/meeting';
import type { Say } from '../platform/web/words';
import { isServiceUsers, type OwnRoom } from './own-rooms.service';

/** To whom a page speaks, and where it stands. */
export interface Speech {
  readonly say: Say;
  readonly language: Language;
  readonly token: string;
}

export const homeOf = ({ token }: Speech): string => `/m/${token}/mine`;

export const backHome = (speech: Speech) => ({ text: speech.say('mine.back'), href: homeOf(speech) });

/** What somebody in the group wants to be called. */
export const nameOf = ({ people }: OwnRoom, id: PersonId, say: Say): string =>
  people.get(id)?.person.calledName ?? say('mine.somebody');

/** "Möte 3"; who comes to one item only is not told which meeting it is. */
export const meetingInWords = ({ meeting }: OwnMeeting, { year }: OwnRoom, { say, language }: Speech): string =>
  year.isGuests
    ? say('mine.meeting.part', { day: shortDayInWords(meeting.day, language) })
    : say('mine.meeting', { number: meeting.number });

export const whenInWords = ({ meeting }: OwnMeeting, { language }: Speech) => ({
  day: dayInWords(meeting.day, language),
  hours: hoursInWords(meeting.span, language),
});

/** A home is told to nobody but whose it is, and the place of somebody with protected identity to nobody at all. */
export function placeInWords({ form, place }: Meeting, room: OwnRoom, say: Say): string {
  const { people, group } = room;
  if (people.get(group.serviceUserId)?.person.protectedIdentity === true) return say('mine.place.agreed');
  if (form === 'home') return say(isServiceUsers(room) ? 'mine.place.home' : 'mine.place.agreed');
  if (form === 'office') return place === '' ? say('mine.place.agreed') : place;
  return say(`mine.place.${form}`);
}

/** The way to a human, on every page. */
export function callModel({ year }: OwnRoom, say: Say) {
  const { firstName, workPhone } = year.link.shown.caller;
  return {
    text: say('mine.call.text', { name: firstName }),
    phone: say('link.phone', { phone: workPhone }),
    href: `tel:${workPhone.replace(/[^+\d]/g, '')}`,
  };
}
