import { z } from 'zod';
import { CalendarDate } from '../kernel/calendar-date';
import { plainLine } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField } from '../platform/web/form';
import { ownDayKinds } from './domain/own-days';
import { readQuietWeeks } from './domain/quiet-weeks';

const day = (typed: string): CalendarDate => CalendarDate.of(typed.trim());

export const ownDaysForm = new Form({
  ownDayKind: oneOf(ownDayKinds, 'ownDayKind'),
  ownDayName: field((typed) => plainLine(typed, { field: 'ownDayName', max: 60 })),
  ownDayFrom: field(day),
  ownDayUntil: optionalField(day),
});

// A list of days may be longer than a field usually is; how many lines it may have is the list's own rule.
export const dayListForm = new Form({ dayList: z.string().max(200_000).default('') });

export const quietWeeksForm = new Form({ quietWeeks: field(readQuietWeeks) });
