import type { Protection } from '../../people/domain/reach';
import { type Appointment, asksAnew, type Difference, differenceBetween } from './appointment';
import type { CallableMeeting, OwnCall } from './callable';
import type { Told } from './told-so-far';

/** What somebody must be told of one meeting. */
export type News =
  | { readonly what: 'new' }
  | { readonly what: 'changed'; readonly was: Appointment; readonly difference: Difference }
  | { readonly what: 'off'; readonly was: Appointment; readonly why: 'calledOff' | 'notInvited' };

/** What differs between a meeting and what somebody was last told of it; null when they know. */
export function newsOf(meeting: OwnCall, told: Told | undefined, protection: Protection): News | null {
  if (!told || told.isOff) return meeting.isOff ? null : { what: 'new' };
  const was = told.appointment;
  if (meeting.isOff) return { what: 'off', was, why: meeting.isInvited ? 'calledOff' : 'notInvited' };
  const difference = differenceBetween(was, meeting.appointment, protection);
  return difference && { what: 'changed', was, difference };
}

/** RFC 5546 §2.1.4: never lower than what the calendar has seen, and raised by whatever it must take in anew. */
export const sequenceOf = (meeting: CallableMeeting, told: Told | undefined): number =>
  Math.max(meeting.sequence, told ? told.sequence + 1 : 0);

export const asksAgain = (news: News): boolean => news.what === 'changed' && asksAnew(news.difference);
