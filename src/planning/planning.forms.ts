import type { Weekday } from '../kernel/calendar-date';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { placeIn, type Thing } from '../availability/domain/thing';
import { idOf } from '../kernel/identifiers';
import { optionalPlainLine } from '../people/domain/personal-number';
import { TimeOfDay } from '../kernel/time-of-day';
import { workdays } from '../availability/domain/personal-hours';
import { meetingForms } from '../groups/domain/profile';
import { field, Form, oneOf, optionalField, tick, ticks, wholeNumber } from '../platform/web/form';
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
  thing: optionalField((typed) => idOf<'thing'>(typed)),
  place: field((typed) => optionalPlainLine(typed, { field: 'place', max: 300 })),
  placeIsPublic: tick(),
  weekdays: ticks(weekday),
  earliest: field(time),
  latest: field(time),
});

type Filled<Read extends (body: unknown) => { kind: string }> =
  Extract<ReturnType<Read>, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;

/** A broken rule about the place is a `DomainError`. */
export function wishesIn(filled: Filled<typeof wishesForm.read>, things: readonly Thing[]): YearWishesParts {
  const { meetingForm: form, thing, place: written, placeIsPublic: isPublic, ...wishes } = filled;
  const { thingId, ...where } = placeIn({ thingId: thing, place: written, placeIsPublic: isPublic }, things);
  return {
    ...wishes,
    ...where,
    ...(thingId === null ? {} : { thingId }),
    form,
    horizonMonths: Number(filled.horizonMonths),
    intervals: filled.intervals.filter((months) => months !== null),
  };
}

export const choiceForm = new Form({
  day: field((typed) => CalendarDate.of(typed).iso),
  start: field(time),
});
