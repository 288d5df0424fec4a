import { DateTime } from 'luxon';
import { CalendarDate } from './calendar-date';
import { DomainError } from './domain-error';
import { TimeOfDay } from './time-of-day';

// Every message of a group asks for the same few starts, and the zone's rules take long to read.
const moments = new Map<string, Instant>();
const momentsKept = 2000;

/** A moment, kept as UTC with milliseconds: `2027-04-14T11:00:00.000Z`. Sorts as text. */
export class Instant {
  private constructor(readonly iso: string) {}

  static of(iso: string): Instant {
    const moment = DateTime.fromISO(iso, { zone: 'utc' });
    if (!moment.isValid) throw new DomainError('notAnInstant', { given: iso });
    return new Instant(moment.toJSDate().toISOString());
  }

  static ofDate(date: Date): Instant {
    return new Instant(date.toISOString());
  }

  /**
   * The moment a wall clock in the zone shows this day and time.
   * Refuses the hour that spring skips and the hour that autumn repeats.
   */
  static atWallTime(day: CalendarDate, time: TimeOfDay, zone: string): Instant {
    const wall = `${day.iso}T${time.toString()}`;
    const seen = moments.get(`${wall} ${zone}`);
    if (seen) return seen;
    const moment = DateTime.fromISO(wall, { zone });
    if (moment.toFormat("yyyy-MM-dd'T'HH:mm") !== wall || moment.getPossibleOffsets().length > 1)
      throw new DomainError('wallTimeOnChangeOfClocks', { day: day.iso, time: time.toString() });
    const instant = Instant.ofDate(moment.toJSDate());
    if (moments.size >= momentsKept) moments.clear();
    moments.set(`${wall} ${zone}`, instant);
    return instant;
  }

  plusMinutes(minutes: number): Instant {
    return Instant.ofDate(new Date(this.toDate().getTime() + minutes * 60_000));
  }

  isBefore(other: Instant): boolean {
    return this.iso < other.iso;
  }

  /** The day a wall clock in the zone shows at this moment. */
  dayIn(zone: string): CalendarDate {
    return CalendarDate.of(DateTime.fromISO(this.iso, { zone }).toFormat('yyyy-MM-dd'));
  }

  /** The time a wall clock in the zone shows at this moment. */
  timeIn(zone: string): TimeOfDay {
    return TimeOfDay.of(DateTime.fromISO(this.iso, { zone }).toFormat('HH:mm'));
  }

  toDate(): Date {
    return new Date(this.iso);
  }

  toString(): string {
    return this.iso;
  }
}
