import { CalendarDate } from '../../kernel/calendar-date';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Booking } from '../../meetings/domain/meeting';
import type { YearPlan } from './year-plan';

/** The meetings a proposed year asks to be booked; numbered from 1. */
export function bookingsOf({ proposal, wishes }: Pick<YearPlan, 'proposal' | 'wishes'>): Booking[] {
  const { minutes, lengthReason, form, place, placeIsPublic, thingId = null } = wishes;
  return proposal.meetings.map((meeting) => ({
    number: meeting.index + 1,
    target: CalendarDate.of(meeting.target),
    day: CalendarDate.of(meeting.day),
    start: TimeOfDay.of(meeting.start),
    minutes,
    lengthReason,
    form,
    place,
    placeIsPublic,
    thingId,
    why: JSON.stringify({ why: meeting.why, absent: meeting.absent }),
  }));
}

/** Who could not come when the meeting was booked, by person id; read back from its reasons. */
export function absentIn(why: string): string[] {
  const kept: unknown = why === '' ? {} : JSON.parse(why);
  if (typeof kept !== 'object' || kept === null || !('absent' in kept) || !Array.isArray(kept.absent)) return [];
  return kept.absent.filter((person) => typeof person === 'string');
}
