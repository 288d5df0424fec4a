import { DateTime } from 'luxon';
import { DomainError } from './domain-error';

/** ISO weekday number: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day on the wall calendar (proleptic Gregorian), without a zone. */
export class CalendarDate {
  private constructor(readonly iso: string) {}

  static of(iso: string): CalendarDate {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || !DateTime.fromISO(iso, { zone: 'utc' }).isValid)
      throw new DomainError('notADate', { given: iso });
    return new CalendarDate(iso);
  }

  get year(): number {
    return Number(this.iso.slice(0, 4));
  }

  /** 1 to 12. */
  get month(): number {
    return Number(this.iso.slice(5, 7));
  }

  get day(): number {
    return Number(this.iso.slice(8));
  }

  get weekday(): Weekday {
    return this.utc().weekday;
  }

  /** ISO 8601 week number, 1 to 53. */
  get week(): number {
    return this.utc().weekNumber;
  }

  plusDays(days: number): CalendarDate {
    return this.from(this.utc().plus({ days }));
  }

  /** The 31st becomes the month's last day. */
  plusMonths(months: number): CalendarDate {
    return this.from(this.utc().plus({ months }));
  }

  /** Whole days from this day to the other; negative when the other is earlier. */
  daysUntil(other: CalendarDate): number {
    return Math.round(other.utc().diff(this.utc(), 'days').days);
  }

  isBefore(other: CalendarDate): boolean {
    return this.iso < other.iso;
  }

  equals(other: CalendarDate): boolean {
    return this.iso === other.iso;
  }

  toString(): string {
    return this.iso;
  }

  private utc(): DateTime<true> {
    return DateTime.fromISO(this.iso, { zone: 'utc' }) as DateTime<true>;
  }

  private from(moment: DateTime<true>): CalendarDate {
    return new CalendarDate(moment.toISODate());
  }
}
