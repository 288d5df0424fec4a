import { type Appointment, placeIsTold } from './appointment';
import { AgendaLine, CalledMeeting } from './called-meeting';
import { plainLine, unquoted } from './plain-text';
import type { Protection } from '../../people/domain/reach';
import { Caller } from './recipient';
import { lengthInWords, Say } from './wording';

/** An agenda item as this route may carry it, in finished words. */
export interface ToldItem {
  readonly number: string;
  readonly title: string;
  /** "10 minuter, leds av Olle"; empty on an open route. */
  readonly aside: string;
  readonly line: string;
}

/** The place, or that it is as agreed. */
export const toldPlace = (meeting: Appointment, protection: Protection, say: Say): string =>
  placeIsTold(meeting, protection) ? plainLine(meeting.place.words) : say('mail.place.asAgreed');

export const toldAgenda = (meeting: CalledMeeting, protection: Protection, say: Say): readonly ToldItem[] =>
  meeting.agenda.map((item, index) => ({
    number: String(index + 1),
    ...(protection === 'protected' ? releasedItem(item, say) : neutralItem(item)),
  }));

/** First name on an open route, the whole name on a protected one. */
export const toldCaller = (caller: Caller, protection: Protection): string =>
  plainLine(protection === 'protected' ? caller.fullName : caller.firstName);

/** "Möte 3 av 7"; empty where it is not told. */
export const toldCount = ({ count }: Pick<CalledMeeting, 'count'>, say: Say): string =>
  count === null ? '' : say('mail.count', { number: count.number, of: count.of });

/** The name the service user chose, or the plain word for a meeting. */
export const toldTitle = (meeting: CalledMeeting, say: Say): string =>
  plainLine(unquoted(meeting.title)) || say('mail.title');

type UnnumberedItem = Omit<ToldItem, 'number'>;

const neutralItem = (item: AgendaLine): UnnumberedItem => ({
  title: plainLine(item.neutralTitle),
  aside: '',
  line: '',
});

function releasedItem(item: AgendaLine, say: Say): UnnumberedItem {
  const length = lengthInWords(item.minutes, say);
  const leader = plainLine(item.leader ?? '');
  const aside = leader === '' ? length : say('mail.agenda.led', { length, leader });
  return { title: plainLine(item.title), aside, line: plainLine(item.line ?? '') };
}
