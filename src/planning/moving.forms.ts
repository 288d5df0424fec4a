import { meetingForms } from '../groups/domain/profile';
import { CalendarDate } from '../kernel/calendar-date';
import { placeIn, type Thing } from '../availability/domain/thing';
import { idOf } from '../kernel/identifiers';
import { TimeOfDay } from '../kernel/time-of-day';
import { optionalPlainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField, tick, wholeNumber } from '../platform/web/form';
import type { WantedChange } from './moving.service';

export const movingForm = new Form({
  day: field((typed) => CalendarDate.of(typed.trim())),
  start: field((typed) => TimeOfDay.of(typed.trim().replace('.', ':'))),
  minutes: wholeNumber('minutes'),
  lengthReason: field((typed) => plainParagraph(typed, { field: 'lengthReason', max: 1000 })),
  meetingForm: oneOf(meetingForms, 'meetingForm'),
  thing: optionalField((typed) => idOf<'thing'>(typed)),
  place: field((typed) => optionalPlainLine(typed, { field: 'place', max: 300 })),
  placeIsPublic: tick(),
  despite: optionalField((typed) => typed),
});

type Filled = Extract<ReturnType<typeof movingForm.read>, { readonly kind: 'filled' }>['value'];

/** A broken rule about the place is a `DomainError`. */
export function wantedIn(filled: Filled, things: readonly Thing[]): WantedChange {
  const { meetingForm: form, despite, thing: thingId, place, placeIsPublic, ...change } = filled;
  return { change: { ...change, form, ...placeIn({ thingId, place, placeIsPublic }, things) }, despite };
}
