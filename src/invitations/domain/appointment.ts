import type { Slice } from '../../agendas/domain/released-agenda';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Meeting } from '../../meetings/domain/meeting';
import type { Protection } from '../../people/domain/reach';
import type { CalledMeeting } from './called-meeting';

/** When and where a meeting is, as far as anybody is told. */
export type Appointment = Pick<CalledMeeting, 'span' | 'zone' | 'place'>;

/** What somebody has to change in their calendar. */
export type Difference = 'time' | 'length' | 'place';

// A home is never told on an open route, whatever somebody marked it as.
export const placeIsTold = ({ place }: Pick<Appointment, 'place'>, protection: Protection): boolean =>
  protection === 'protected' || (place.isPublic && place.form !== 'home');

/** The weightiest difference between two appointments that can be told over this route; null when there is none. */
export function differenceBetween(was: Appointment, is: Appointment, protection: Protection): Difference | null {
  if (!was.span.day.equals(is.span.day) || !was.span.start.equals(is.span.start)) return 'time';
  if (was.span.minutes !== is.span.minutes) return 'length';
  return placeAsTold(was, protection) === placeAsTold(is, protection) ? null : 'place';
}

/** The place differs as well, beside a new time. */
export const isElsewhere = (was: Appointment, is: Appointment, protection: Protection): boolean =>
  placeAsTold(was, protection) !== placeAsTold(is, protection);

const placeAsTold = (appointment: Appointment, protection: Protection): string =>
  placeIsTold(appointment, protection) ? appointment.place.words : '';

/** A new time or length asks anew; another place does not. */
export const asksAnew = (difference: Difference): boolean => difference !== 'place';

/** When and where a meeting is, now or as it was told. */
export const appointmentOf = ({ span, zone, place, placeIsPublic, form }: Placed): Appointment => ({
  span,
  zone,
  place: { words: place, isPublic: placeIsPublic, form },
});

type Placed = Pick<Meeting, 'span' | 'zone' | 'place' | 'placeIsPublic' | 'form'>;

// 23:58, so that a minute is left of the day on which a meeting ends.
const lastStart = 24 * 60 - 2;

/** The part of a meeting; an agenda that is much too long does not take it past midnight. */
export function slicedBy(whole: Appointment, slice: Slice | null): Appointment {
  if (slice === null) return whole;
  const { day, start } = whole.span;
  const from = Math.min(start.minutes + slice.offset, lastStart);
  const minutes = Math.min(slice.minutes, lastStart + 1 - from);
  return { ...whole, span: { day, start: TimeOfDay.ofMinutes(from), minutes } };
}
