import { meetingForms } from '../groups/domain/profile';
import { CalendarDate } from '../kernel/calendar-date';
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
  place: field((typed) => optionalPlainLine(typed, { field: 'place', max: 300 })),
  placeIsPublic: tick(),
  despite: optionalField((typed) => typed),
});

type Filled = Extract<ReturnType<typeof movingForm.read>, { readonly kind: 'filled' }>['value'];

export const wantedIn = ({ meetingForm: form, despite, ...change }: Filled): WantedChange => ({
  change: { ...change, form },
  despite,
});
