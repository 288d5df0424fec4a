import { EntitySchema } from 'typeorm';
import { id, json, text, timeOfDay, whole } from '../../platform/database/columns';
import { BusySpan, WeeklyHours } from '../domain/personal-hours';
import type { YearPlan } from '../domain/year-plan';

/** A year plan as its table holds it. The wishes are sealed: they tell the place and why a meeting is long. */
export type YearPlanRow = Pick<YearPlan, 'id' | 'organisationId' | 'groupId' | 'state' | 'proposal'> & {
  readonly wishes: string;
};

export const yearPlanSchema = new EntitySchema<YearPlanRow>({
  name: 'year_plan',
  columns: {
    id: id('id', { primary: true }),
    organisationId: id('organisation_id'),
    groupId: id('group_id'),
    state: { name: 'state', type: 'varchar', length: 20 },
    wishes: text('wishes'),
    proposal: json('proposal'),
  },
  indices: [{ name: 'year_plan_group', columns: ['groupId'], unique: true }],
});

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

export const planningSchemas: EntitySchema[] = [yearPlanSchema, weeklyHoursSchema, busySpanSchema];
