import { EntitySchema } from 'typeorm';
import { calendarDate, id, instant, text, timeOfDay, whole } from '../../platform/database/columns';
import type { BusyTime } from '../domain/busy-times';
import { CalendarOfPerson } from '../domain/calendar-of-person';
import { RecurringBusy } from '../domain/recurring-busy';
import type { WhoseCalendar } from '../calendar.repository';

const whose = { organisationId: id('organisation_id'), personId: id('person_id') };

export const recurringBusySchema = new EntitySchema<RecurringBusy>({
  name: 'RecurringBusy',
  target: RecurringBusy,
  tableName: 'recurring_busy_time',
  columns: {
    id: id('id', { primary: true }),
    ...whose,
    weekdays: {
      name: 'weekdays',
      type: 'varchar',
      length: 7,
      transformer: {
        to: (days: readonly number[]) => days.join(''),
        from: (stored: string) => Array.from(stored, Number),
      },
    },
    starts: timeOfDay('starts'),
    ends: timeOfDay('ends'),
    everyWeeks: whole('every_weeks'),
    firstDay: calendarDate('first_day'),
    lastDay: calendarDate('last_day'),
  },
  indices: [{ name: 'recurring_busy_time_person', columns: ['personId'] }],
});

export const calendarOfPersonSchema = new EntitySchema<CalendarOfPerson>({
  name: 'CalendarOfPerson',
  target: CalendarOfPerson,
  tableName: 'calendar_of_person',
  columns: {
    id: id('id', { primary: true }),
    ...whose,
    source: { name: 'source', type: 'varchar', length: 10 },
    address: text('address', { nullable: true }),
    outcome: { name: 'outcome', type: 'varchar', length: 20 },
    kept: whole('kept'),
    leftOut: whole('left_out'),
    triedAt: instant('tried_at', { nullable: true }),
    readAt: instant('read_at', { nullable: true }),
  },
  indices: [{ name: 'calendar_of_person_source', columns: ['personId', 'source'], unique: true }],
});

export interface CalendarTimeRow extends WhoseCalendar, BusyTime {}

export const calendarTimeSchema = new EntitySchema<CalendarTimeRow>({
  name: 'CalendarTime',
  tableName: 'calendar_time',
  columns: {
    personId: id('person_id', { primary: true }),
    source: { name: 'source', type: 'varchar', length: 10, primary: true },
    starts: { name: 'starts', type: 'varchar', length: 16, primary: true },
    ends: { name: 'ends', type: 'varchar', length: 16 },
    organisationId: id('organisation_id'),
  },
});
