import type { Availability } from './availability';
import { type Booking, Diary, type Limits, withTravel } from './diary';
import type { TimeOnDay } from './time-on-day';

interface Person extends Limits {
  readonly id: string;
  readonly availability: Availability;
  /** More than one of the meetings to plan may want them at once. */
  readonly isWanted: boolean;
}

/** A person while the engine works: when they can meet, and a diary for each day. */
export class Attendee<Of extends Booking> {
  readonly id: string;
  readonly isWanted: boolean;
  private readonly availability: Availability;
  private readonly limits: Limits;
  private readonly diaries = new Map<number, Diary<Of>>();

  constructor({ id, availability, isWanted, maxPerDay, travelMinutes }: Person) {
    this.id = id;
    this.isWanted = isWanted;
    this.availability = availability;
    this.limits = { maxPerDay, travelMinutes };
  }

  diaryOn(day: number): Diary<Of> {
    const known = this.diaries.get(day);
    if (known) return known;
    const diary = new Diary<Of>(this.limits);
    this.diaries.set(day, diary);
    return diary;
  }

  isFree(time: TimeOnDay): boolean {
    return this.isWithinHours(time) && !this.isBusy(time);
  }

  isWithinHours(time: TimeOnDay): boolean {
    return this.availability.isWithinHours(time);
  }

  isBusy(time: TimeOnDay): boolean {
    return this.availability.isBusy(withTravel(time, this.limits.travelMinutes));
  }

  isTaken(time: TimeOnDay): boolean {
    const taken = this.diaries.get(time.day)?.takenBy(time);
    return taken !== undefined && taken.length > 0;
  }

  hasFullDay(day: number): boolean {
    return this.diaries.get(day)?.isFull === true;
  }

  isSeatedAt(booking: Of): boolean {
    return !this.isWanted || this.diaryOn(booking.day).isSeatedAt(booking);
  }
}
