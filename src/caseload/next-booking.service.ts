import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { CalendarDate } from '../kernel/calendar-date';
import { TimeOfDay } from '../kernel/time-of-day';
import { Bookings } from '../meetings/bookings.service';
import type { Booking, Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { Rescheduling } from '../meetings/rescheduling.service';
import { asBooked } from '../planning/domain/as-booked';
import { bookingsOf } from '../planning/domain/bookings-of';
import type { ProposedMeeting } from '../planning/domain/year-plan';
import type { YearWishesParts } from '../planning/domain/year-wishes';
import { YearBooking } from '../planning/year-booking.service';
import { nextNumber } from './domain/next-stretch';
import type { RowMove } from './domain/taper-change';
import type { RowRead } from './next-reading.service';

/** What becomes of a row: nothing but what is named is touched. */
export interface RowChange {
  readonly wishes: YearWishesParts;
  readonly added: readonly ProposedMeeting[];
  readonly moved: readonly RowMove[];
  readonly gone: readonly Meeting[];
}

/** Changes a row of meetings that runs. Nobody is told before the coordinator sends. */
@Injectable()
export class RowBooking {
  constructor(
    private readonly bookings: Bookings,
    private readonly rescheduling: Rescheduling,
    private readonly meetings: Meetings,
    private readonly years: YearBooking,
  ) {}

  async book(viewer: Viewer, { group, meetings }: RowRead, { wishes, added, moved, gone }: RowChange): Promise<void> {
    for (const { meeting, to } of moved) await this.move(viewer, meeting, to);
    for (const { id } of gone.filter(({ wasCalled }) => wasCalled)) await this.rescheduling.cancel(viewer, id);
    const dropped = gone.filter(({ wasCalled }) => !wasCalled).map(({ id }) => id);
    if (added.length + dropped.length > 0)
      await this.bookings.amend(viewer, group.id, { added: bookingsFrom(added, { meetings, wishes }), dropped });
    const booked = (await this.meetings.of(viewer, group.id)).filter(({ takesTime }) => takesTime);
    await this.years.carryOn(viewer, group.id, { wishes, proposal: asBooked(booked) });
  }

  private move(viewer: Viewer, meeting: Meeting, { day, start }: ProposedMeeting): Promise<Meeting> {
    const { minutes, lengthReason, form, place, placeIsPublic } = meeting;
    const to = { day: CalendarDate.of(day), start: TimeOfDay.of(start) };
    return this.rescheduling.move(viewer, meeting.id, { ...to, minutes, lengthReason, form, place, placeIsPublic });
  }
}

/** Numbered on from what is there, by day. */
function bookingsFrom(
  added: readonly ProposedMeeting[],
  { meetings, wishes }: { readonly meetings: readonly Meeting[]; readonly wishes: YearWishesParts },
): readonly Booking[] {
  const next = nextNumber(meetings) - 1;
  const inOrder = added.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return bookingsOf({
    wishes,
    proposal: { meetings: inOrder.map((one, at) => ({ ...one, index: next + at })), gaps: [] },
  });
}
