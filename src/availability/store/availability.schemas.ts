import { EntitySchema } from 'typeorm';
import { id, timeOfDay, whole } from '../../platform/database/columns';
import { BusySpan, WeeklyHours } from '../domain/personal-hours';
import { calendarOfPersonSchema, calendarTimeSchema, recurringBusySchema } from './calendar.schemas';
import { ownDaysSchema, quietWeeksSchema } from './own-days.schemas';
import { patternSchema } from './pattern.schemas';
import { thingSchema, travelTimeSchema } from './things.schemas';

export const weeklyHoursSchema = new EntitySchema<WeeklyHours>({
  name: 'WeeklyHours',
  target: WeeklyHours,
  tableName: 'weekly_hours',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    personId: id('person_id'),
    weekday: whole('weekday'),
    opens: timeOfDay('opens'),
    closes: timeOfDay('closes'),
  },
  indices: [{ name: 'weekly_hours_person', columns: ['personId'] }],
});

export const busySpanSchema = new EntitySchema<BusySpan>({
  name: 'BusySpan',
  target: BusySpan,
  tableName: 'busy_time',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    personId: id('person_id'),
    starts: { name: 'starts', type: 'varchar', length: 16 },
    ends: { name: 'ends', type: 'varchar', length: 16 },
  },
  indices: [{ name: 'busy_time_person', columns: ['personId'] }],
});

export const availabilitySchemas: EntitySchema[] = [
  weeklyHoursSchema,
  busySpanSchema,
  ownDaysSchema,
  quietWeeksSchema,
  thingSchema,
  travelTimeSchema,
  patternSchema,
  recurringBusySchema,
  calendarOfPersonSchema,
  calendarTimeSchema,
];
