import { EntitySchema } from 'typeorm';
import { id, json, text } from '../../platform/database/columns';
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

export const planningSchemas: EntitySchema[] = [yearPlanSchema];
