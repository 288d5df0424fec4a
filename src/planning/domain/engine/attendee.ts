import type { Availability } from './availability';
import { mostSeated } from './seating';
import type { Booking, MeetingTime } from './seating';
import { overlap } from './time-on-day';
import type { TimeOnDay } from './time-on-day';

interface Person {
  readonly id: string;
  readonly availability: Availability;
  readonly maxPerDay: number;
}

/** A person while the engine works: when they can meet, and the meetings given to them so far. */
export class Attendee {
  readonly id: string;
  readonly availability: Availability;
  readonly maxPerDay: number;
  private readonly days = new Map<number, readonly Booking[]>();

  constructor({ id, availability, maxPerDay }: Person) {
    this.id = id;
    this.availability = availability;
    this.maxPerDay = maxPerDay;
  }

  book(booking: Booking): void {
    const { day } = booking.time;
    this.days.set(day, [...this.bookingsOn(day), booking]);
  }

  cancel(time: MeetingTime): void {
    const left = this.bookingsOn(time.day).filter((booking) => booking.time !== time);
    if (left.length > 0) this.days.set(time.day, left);
    else this.days.delete(time.day);
  }

  /** A core member can be in one meeting at a time, and in so many a day. */
  canBeCoreAt(time: TimeOnDay): boolean {
    return !this.days.has(time.day) || (!this.isTaken(time) && !this.hasFullDay(time.day));
  }

  isTaken(time: TimeOnDay): boolean {
    return this.coreOn(time.day).some((booking) => overlap(booking.time, time));
  }

  hasFullDay(day: number): boolean {
    return this.coreOn(day).length >= this.maxPerDay;
  }

  bookingsOn(day: number): readonly Booking[] {
    return this.days.get(day) ?? [];
  }

  coreOn(day: number): readonly Booking[] {
    return this.bookingsOn(day).filter(({ role }) => role === 'core');
  }

  /** How many more network meetings this person would miss with the booking than without it; never negative. */
  addedAbsences(booking: Booking): number {
    const before = this.days.get(booking.time.day);
    return before ? this.missed([...before, booking]) - this.missed(before) : 0;
  }

  isSeatedAt(time: MeetingTime): boolean {
    return mostSeated(this.bookingsOn(time.day), this.maxPerDay).some((booking) => booking.time === time);
  }

  private missed(bookings: readonly Booking[]): number {
    return bookings.filter(({ role }) => role === 'network').length - mostSeated(bookings, this.maxPerDay).length;
  }
}
