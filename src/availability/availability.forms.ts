import type { Weekday } from '../kernel/calendar-date';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { TimeOfDay } from '../kernel/time-of-day';
import { field, Form, oneOf, optionalField, ticks } from '../platform/web/form';
import { workdays } from './domain/personal-hours';
import type { HoursOnWeekday } from './hours-notes.service';
import type { BusyAgain } from './personal-times.service';

type Filled<Read extends (body: unknown) => { kind: string }> =
  Extract<ReturnType<Read>, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;

const aDay = () => field((typed) => CalendarDate.of(typed.trim()));
const aTime = () => field((typed) => TimeOfDay.of(typed.trim()));

export const busyForm = new Form({ busyDay: aDay(), busyFrom: aTime(), busyUntil: aTime() });

export const absenceForm = new Form({ absentFrom: aDay(), absentUntil: aDay() });

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function weekdayIn(typed: string): Weekday {
  const found = weekdays.find((weekday) => String(weekday) === typed);
  if (found === undefined) throw new DomainError('fieldNotChosen', { field: 'recurringDays' });
  return found;
}

export const recurringForm = new Form({
  recurringDays: ticks(weekdayIn),
  recurringFrom: aTime(),
  recurringUntil: aTime(),
  recurringWeeks: oneOf(['1', '2'], 'recurringWeeks'),
  recurringFirst: aDay(),
  recurringLast: aDay(),
});

export const againIn = (filled: Filled<typeof recurringForm.read>): BusyAgain => ({
  weekdays: filled.recurringDays,
  starts: filled.recurringFrom,
  ends: filled.recurringUntil,
  everyWeeks: filled.recurringWeeks === '2' ? 2 : 1,
  firstDay: filled.recurringFirst,
  lastDay: filled.recurringLast,
});

const optionalTime = () => optionalField((typed) => TimeOfDay.of(typed.trim()));

export const hoursForm = new Form({
  opens1: optionalTime(),
  closes1: optionalTime(),
  opens2: optionalTime(),
  closes2: optionalTime(),
  opens3: optionalTime(),
  closes3: optionalTime(),
  opens4: optionalTime(),
  closes4: optionalTime(),
  opens5: optionalTime(),
  closes5: optionalTime(),
});

/** A weekday with both ends empty is a day off; one end alone is a slip. */
export function hoursIn(filled: Filled<typeof hoursForm.read>): HoursOnWeekday[] {
  const ends: Readonly<Record<Weekday, readonly [TimeOfDay | null, TimeOfDay | null]>> = {
    1: [filled.opens1, filled.closes1],
    2: [filled.opens2, filled.closes2],
    3: [filled.opens3, filled.closes3],
    4: [filled.opens4, filled.closes4],
    5: [filled.opens5, filled.closes5],
    6: [null, null],
    7: [null, null],
  };
  return workdays.flatMap((day) => hoursOn(day, ...ends[day]));
}

function hoursOn(day: Weekday, opens: TimeOfDay | null, closes: TimeOfDay | null): HoursOnWeekday[] {
  if (opens === null && closes === null) return [];
  if (opens === null) throw new DomainError('fieldMissing', { field: `opens${String(day)}` });
  if (closes === null) throw new DomainError('fieldMissing', { field: `closes${String(day)}` });
  return [{ weekday: day, opens, closes }];
}
