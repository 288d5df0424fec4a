import { EntitySchema } from 'typeorm';
import { calendarDate, id, instant, json, text, whole } from '../../platform/database/columns';
import type { CrisisPlan } from '../domain/crisis-plan';
import type { Goal } from '../domain/goal';
import type { MeasureParts } from '../domain/measure';
import { OwnAxis } from '../domain/star-pattern';
import type { Step } from '../domain/step';
import type { Task } from '../domain/task';
import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';

const words = (name: string, length: number) => ({ name, type: 'varchar', length }) as const;

const whose = {
  id: id('id', { primary: true }),
  organisationId: id('organisation_id'),
  groupId: id('group_id'),
};

/** A goal as its own table holds it; its history stands in its own. */
export type GoalRow = Pick<Goal, 'id' | 'organisationId' | 'groupId' | 'span' | 'words' | 'by' | 'state'>;

export const goalSchema = new EntitySchema<GoalRow>({
  name: 'goal',
  columns: {
    ...whose,
    span: words('span', 10),
    words: text('words'),
    by: calendarDate('by_day', { nullable: true }),
    state: words('state', 20),
  },
  indices: [{ name: 'goal_group', columns: ['groupId'] }],
});

export type TaskRow = Pick<
  Task,
  'id' | 'organisationId' | 'groupId' | 'meetingId' | 'itemId' | 'what' | 'who' | 'withWhom' | 'by' | 'goalId' | 'state'
> & { readonly audience: Task['readership']['audience']; readonly named: readonly PersonId[] };

export const taskSchema = new EntitySchema<TaskRow>({
  name: 'task',
  columns: {
    ...whose,
    meetingId: id('meeting_id', { nullable: true }),
    itemId: id('item_id', { nullable: true }),
    what: text('what'),
    who: id('who'),
    withWhom: json('with_whom'),
    by: calendarDate('by_day'),
    goalId: id('goal_id', { nullable: true }),
    audience: words('audience', 10),
    named: json('named'),
    state: words('state', 20),
  },
  indices: [{ name: 'task_group', columns: ['groupId'] }],
});

export const stepSchema = new EntitySchema<Step>({
  name: 'progress_step',
  columns: {
    ...whose,
    subjectId: id('subject_id'),
    number: whole('number'),
    kind: words('kind', 20),
    by: id('by_id'),
    at: instant('at'),
    earlierWords: text('earlier_words', { nullable: true }),
    earlierDay: calendarDate('earlier_day', { nullable: true }),
    earlierWho: id('earlier_who', { nullable: true }),
  },
  indices: [
    { name: 'progress_step_number', columns: ['subjectId', 'number'], unique: true },
    { name: 'progress_step_group', columns: ['groupId'] },
  ],
});

/** The value is text so that it can be sealed. */
export type MeasureRow = Omit<MeasureParts, 'value'> & { readonly value: string };

export const measureSchema = new EntitySchema<MeasureRow>({
  name: 'measure',
  columns: {
    ...whose,
    axis: words('axis', 60),
    value: text('value'),
    day: calendarDate('day'),
    rater: words('rater', 20),
    raterId: id('rater_id'),
    typedBy: id('typed_by'),
    typedAt: instant('typed_at'),
    takenBackAt: instant('taken_back_at', { nullable: true }),
    takenBackBy: id('taken_back_by', { nullable: true }),
  },
  indices: [{ name: 'measure_group', columns: ['groupId'] }],
});

export interface StarChoiceRow {
  readonly groupId: GroupId;
  readonly organisationId: OrganisationId;
  readonly optional: readonly string[];
}

export const starChoiceSchema = new EntitySchema<StarChoiceRow>({
  name: 'star_choice',
  columns: {
    groupId: id('group_id', { primary: true }),
    organisationId: id('organisation_id'),
    optional: json('optional'),
  },
});

export const ownAxisSchema = new EntitySchema<OwnAxis>({
  name: 'OwnAxis',
  tableName: 'own_axis',
  target: OwnAxis,
  columns: {
    ...whose,
    label: text('label'),
    better: words('better', 10),
    madeAt: instant('made_at'),
    endedAt: instant('ended_at', { nullable: true }),
  },
  indices: [{ name: 'own_axis_group', columns: ['groupId'] }],
});

/** Everything the plan says, as one sealed text. */
export type CrisisPlanRow = Omit<CrisisPlan, 'signs' | 'myself' | 'others' | 'calls' | 'isDue' | 'offered'> & {
  readonly words: string;
};

export const crisisPlanSchema = new EntitySchema<CrisisPlanRow>({
  name: 'crisis_plan',
  columns: {
    ...whose,
    version: whole('version'),
    words: text('words'),
    reviewBy: calendarDate('review_by'),
    offeredOn: calendarDate('offered_on', { nullable: true }),
    madeBy: id('made_by'),
    madeAt: instant('made_at'),
  },
  indices: [{ name: 'crisis_plan_version', columns: ['groupId', 'version'], unique: true }],
});

export const progressSchemas: EntitySchema[] = [
  goalSchema,
  taskSchema,
  stepSchema,
  measureSchema,
  starChoiceSchema,
  ownAxisSchema,
  crisisPlanSchema,
];
