import type { CalendarDate, Weekday } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import type { TimeOfDay } from '../../kernel/time-of-day';
import { type Taken, wallText } from './personal-hours';

export type RecurringBusyId = Id<'recurring busy time'>;

/** Every week, or every second. */
export type WeekStep = 1 | 2;

/** Days from the first to the last, both counted. */
export interface DaySpan {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export interface RecurringBusyParts {
  readonly id: RecurringBusyId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly weekdays: readonly Weekday[];
  readonly starts: TimeOfDay;
  readonly ends: TimeOfDay;
  readonly everyWeeks: WeekStep;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

/** A time on certain weekdays that a person is busy again and again; only that, never with what. */
export class RecurringBusy implements RecurringBusyParts {
  readonly id: RecurringBusyId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly weekdays: readonly Weekday[];
  readonly starts: TimeOfDay;
  readonly ends: TimeOfDay;
  readonly everyWeeks: WeekStep;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;

  constructor(parts: RecurringBusyParts) {
    const { weekdays, starts, ends, firstDay, lastDay } = parts;
    if (weekdays.length === 0) throw new DomainError('fieldNotChosen', { field: 'recurringDays' });
    if (!starts.isBefore(ends)) throw new DomainError('busyReversed', { field: 'recurringUntil' });
    if (lastDay.isBefore(firstDay)) throw new DomainError('busyDaysReversed', { field: 'recurringLast' });
    this.id = parts.id;
    this.organisationId = parts.organisationId;
    this.personId = parts.personId;
    this.weekdays = [...new Set(weekdays)].sort();
    this.starts = starts;
    this.ends = ends;
    this.everyWeeks = parts.everyWeeks;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /** Every second week counts from the week of the first day. */
  takenIn({ from, until }: DaySpan): readonly Taken[] {
    const within = { from: later(from, this.firstDay), until: earlier(until, this.lastDay) };
    return this.weekdays
      .flatMap((weekday) => this.daysOn(weekday, within))
      .sort((a, b) => (a.isBefore(b) ? -1 : 1))
      .map((day) => this.takenOn(day));
  }

  private daysOn(weekday: Weekday, { from, until }: DaySpan): readonly CalendarDate[] {
    const step = 7 * this.everyWeeks;
    const inFirstWeek = this.firstDay.plusDays(weekday - this.firstDay.weekday);
    const stepsBefore = Math.max(0, Math.ceil(inFirstWeek.daysUntil(from) / step));
    const days: CalendarDate[] = [];
    for (let day = inFirstWeek.plusDays(stepsBefore * step); !until.isBefore(day); day = day.plusDays(step))
      days.push(day);
    return days;
  }

  private takenOn(day: CalendarDate): Taken {
    return { personId: this.personId, starts: wallText(day, this.starts), ends: wallText(day, this.ends) };
  }
}

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a.isBefore(b) ? b : a);
const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a.isBefore(b) ? a : b);
