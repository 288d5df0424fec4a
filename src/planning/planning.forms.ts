import type { Weekday } from '../kernel/calendar-date';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { optionalPlainLine } from '../people/domain/personal-number';
import { TimeOfDay } from '../kernel/time-of-day';
import { workdays } from '../availability/domain/personal-hours';
import { meetingForms } from '../groups/domain/profile';
import { field, Form, oneOf, tick, ticks, wholeNumber } from '../platform/web/form';
import type { YearWishesParts } from './domain/year-wishes';

const weekday = (typed: string): Weekday => {
  const found = workdays.find((day) => String(day) === typed);
  if (found === undefined) throw new DomainError('fieldNotChosen', { field: 'weekdays' });
  return found;
};

// An empty field ends the row of intervals; the last one repeats.
const interval = (typed: string): number | null => {
  if (typed.trim() === '') return null;
  if (!/^-?\d{1,6}$/.test(typed.trim())) throw new DomainError('fieldNotANumber', { field: 'intervals' });
  return Number(typed.trim());
};

const time = (typed: string): string => TimeOfDay.of(typed.trim()).toString();

export const wishesForm = new Form({
  start: field((typed) => CalendarDate.of(typed.trim()).iso),
  horizonMonths: oneOf(['6', '12'], 'horizonMonths'),
  intervals: ticks(interval),
  minutes: wholeNumber('minutes'),
  lengthReason: field((typed) => optionalPlainLine(typed, { field: 'lengthReason' })),
  meetingForm: oneOf(meetingForms, 'meetingForm'),
  place: field((typed) => optionalPlainLine(typed, { field: 'place', max: 300 })),
  placeIsPublic: tick(),
  weekdays: ticks(weekday),
  earliest: field(time),
  latest: field(time),
});

type Filled<Read extends (body: unknown) => { kind: string }> =
  Extract<ReturnType<Read>, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;

export const wishesIn = ({ meetingForm: form, ...filled }: Filled<typeof wishesForm.read>): YearWishesParts => ({
  ...filled,
  form,
  horizonMonths: Number(filled.horizonMonths),
  intervals: filled.intervals.filter((months) => months !== null),
});

export const choiceForm = new Form({
  day: field((typed) => CalendarDate.of(typed).iso),
  start: field(time),
});
