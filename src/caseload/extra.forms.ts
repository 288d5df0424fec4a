import { CalendarDate } from '../kernel/calendar-date';
import { TimeOfDay } from '../kernel/time-of-day';
import { field, Form } from '../platform/web/form';

export const extraForm = new Form({
  day: field((typed) => CalendarDate.of(typed).iso),
  start: field((typed) => TimeOfDay.of(typed).toString()),
});
