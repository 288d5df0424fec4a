import { CalendarDate, Weekday } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { Id, OrganisationId, PersonId } from '../../kernel/identifiers';
import { TimeOfDay } from '../../kernel/time-of-day';

/** Monday to Friday. */
export const workdays: readonly Weekday[] = [1, 2, 3, 4, 5];

export type WeeklyHoursId = Id<'weekly hours'>;
export type BusySpanId = Id<'busy span'>;

interface Known {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
}

export interface WeeklyHoursParts extends Known {
  readonly id: WeeklyHoursId;
  readonly weekday: Weekday;
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
}

/** When a person can usually meet on one weekday, on the organisation's wall clock. */
export class WeeklyHours implements WeeklyHoursParts {
  readonly id: WeeklyHoursId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly weekday: Weekday;
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;

  constructor({ id, organisationId, personId, weekday, opens, closes }: WeeklyHoursParts) {
    if (!opens.isBefore(closes))
      throw new DomainError('hoursReversed', { field: `closes${String(weekday)}`, opens: opens.toString() });
    this.id = id;
    this.organisationId = organisationId;
    this.personId = personId;
    this.weekday = weekday;
    this.opens = opens;
    this.closes = closes;
  }
}

/** The same, whoever noted it. */
export type HoursOfPerson = Pick<WeeklyHours, 'personId' | 'weekday' | 'opens' | 'closes'>;

export interface BusySpanParts extends Known {
  readonly id: BusySpanId;
  /** `2027-01-12T09:00` on the organisation's wall clock, as are both ends. */
  readonly starts: string;
  readonly ends: string;
}

/** A time a person is known to be busy; only that, never with what. */
export class BusySpan implements BusySpanParts {
  readonly id: BusySpanId;
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly starts: string;
  readonly ends: string;

  constructor({ id, organisationId, personId, starts, ends }: BusySpanParts) {
    if (starts >= ends) throw new DomainError('busyReversed', { field: 'busyUntil' });
    this.id = id;
    this.organisationId = organisationId;
    this.personId = personId;
    this.starts = starts;
    this.ends = ends;
  }
}

/** A time somebody is taken, from their own calendar or by a meeting of another group. */
export type Taken = Pick<BusySpan, 'personId' | 'starts' | 'ends'>;

export const wallText = (day: CalendarDate, time: TimeOfDay): string => `${day.iso}T${time.toString()}`;

export const wallTimeOf = (text: string): { day: CalendarDate; time: TimeOfDay } => ({
  day: CalendarDate.of(text.slice(0, 10)),
  time: TimeOfDay.of(text.slice(11, 16)),
});
