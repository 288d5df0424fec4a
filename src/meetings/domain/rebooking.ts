import { DomainError } from '../../kernel/domain-error';
import type { MeetingId } from '../../kernel/identifiers';
import type { MeetingForm, Profile } from '../../groups/domain/profile';
import { type Booking, Meeting, type MeetingOrigin } from './meeting';

/** What a new plan makes of a group's meetings. */
export interface Rebooking {
  readonly booked: readonly Meeting[];
  readonly dropped: readonly Meeting[];
}

/** What holds for every meeting of the group. */
export interface BookingTerms {
  readonly profile: Profile;
  /** Where somebody with protected identity lives or goes is told to nobody. */
  readonly hasProtectedMember: boolean;
  readonly newOrigin: () => MeetingOrigin;
}

/**
 * The plan replaces what nobody has been called to. A meeting that keeps its number keeps its id and with it its
 * agenda; what has been called stays and cannot be booked over.
 */
export function rebook(current: readonly Meeting[], bookings: readonly Booking[], terms: BookingTerms): Rebooking {
  const { profile, newOrigin } = terms;
  requireEachNumberOnce(bookings);
  requirePossibleForms(bookings, terms);
  const booked = bookings.map((booking) => {
    const same = current.find((meeting) => meeting.number === booking.number);
    return same ? same.replan(booking, profile) : Meeting.book(newOrigin(), booking, profile);
  });
  const numbers = new Set(bookings.map((booking) => booking.number));
  const dropped = current.filter((meeting) => meeting.state === 'planned' && !numbers.has(meeting.number));
  return { booked, dropped };
}

/** More meetings beside those that are there, and planned ones that are wanted no longer. */
export interface Amendment {
  readonly added: readonly Booking[];
  readonly dropped: readonly MeetingId[];
}

/** Whatever is not named stays as it stands, called or not. */
export function amend(current: readonly Meeting[], { added, dropped }: Amendment, terms: BookingTerms): Rebooking {
  const { profile, newOrigin } = terms;
  requireEachNumberOnce([...current, ...added]);
  requirePossibleForms(added, terms);
  const gone = current.filter(({ id }) => dropped.includes(id));
  const called = gone.find(({ state }) => state !== 'planned');
  if (called) throw new DomainError('meetingAlreadyCalled', { number: called.number });
  return { booked: added.map((booking) => Meeting.book(newOrigin(), booking, profile)), dropped: gone };
}

function requireEachNumberOnce(bookings: readonly Pick<Booking, 'number'>[]): void {
  const twice = bookings.find(({ number }, index) => bookings.findIndex((one) => one.number === number) !== index);
  if (twice) throw new DomainError('meetingNumberTwice', { number: twice.number });
}

function requirePossibleForms(bookings: readonly Booking[], terms: BookingTerms): void {
  for (const { form } of bookings) requirePossibleForm(form, terms);
}

export function requirePossibleForm(form: MeetingForm, { profile, hasProtectedMember }: BookingTerms): void {
  if (!profile.forms.includes(form)) throw new DomainError('formNotInProfile', { field: 'meetingForm' });
  if (form === 'home' && hasProtectedMember)
    throw new DomainError('homeWithProtectedIdentity', { field: 'meetingForm' });
}
