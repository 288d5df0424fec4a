import { DomainError } from './domain-error';

/** A time on the wall clock, to the minute, without a zone. */
export class TimeOfDay {
  private constructor(readonly minutes: number) {}

  /** Takes `HH:MM`, 00:00 to 23:59. */
  static of(text: string): TimeOfDay {
    const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
    if (!match) throw new DomainError('notATime', { given: text });
    return new TimeOfDay(Number(match[1]) * 60 + Number(match[2]));
  }

  /** Minutes since midnight, 0 to 1439. */
  static ofMinutes(minutes: number): TimeOfDay {
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1439)
      throw new DomainError('notATime', { given: minutes });
    return new TimeOfDay(minutes);
  }

  plusMinutes(minutes: number): TimeOfDay {
    return TimeOfDay.ofMinutes(this.minutes + minutes);
  }

  isBefore(other: TimeOfDay): boolean {
    return this.minutes < other.minutes;
  }

  equals(other: TimeOfDay): boolean {
    return this.minutes === other.minutes;
  }

  toString(): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${two(Math.floor(this.minutes / 60))}:${two(this.minutes % 60)}`;
  }
}
