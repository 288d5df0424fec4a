import { audiences } from '../groups/domain/readership';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type PersonId } from '../kernel/identifiers';
import { plainLine, plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField, ticks, wholeNumber } from '../platform/web/form';
import { goalSpans } from './domain/goal';
import type { TaskWords } from './domain/task';

export const dayTyped = (typed: string): CalendarDate => CalendarDate.of(typed.trim());

const goalFields = {
  goalWords: field((typed) => {
    if (typed.trim() === '') throw new DomainError('fieldMissing', { field: 'goalWords' });
    return plainParagraph(typed, { field: 'goalWords', max: 500 });
  }),
  goalBy: optionalField(dayTyped),
};

export const newGoalForm = new Form({ span: oneOf(goalSpans, 'span'), ...goalFields });
export const goalForm = new Form({ ...goalFields, writtenFrom: wholeNumber('writtenFrom') });

const taskFields = {
  taskWhat: field((typed) => plainLine(typed, { field: 'taskWhat', max: 300 })),
  taskWho: field((typed): PersonId => {
    if (typed === '') throw new DomainError('taskWithoutPerson');
    return idOf<'person'>(typed);
  }),
  taskWith: ticks((typed) => idOf<'person'>(typed)),
  taskBy: field((typed) => {
    if (typed.trim() === '') throw new DomainError('taskWithoutDay');
    return dayTyped(typed);
  }),
  taskGoal: optionalField((typed) => idOf<'goal'>(typed)),
  taskAudience: oneOf(audiences, 'taskAudience'),
  taskNamed: ticks((typed) => idOf<'person'>(typed)),
};

export const newTaskForm = new Form(taskFields);
export const taskForm = new Form({ ...taskFields, writtenFrom: wholeNumber('writtenFrom') });

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;

export const taskWordsIn = (filled: Filled<ReturnType<typeof newTaskForm.read>>): TaskWords => ({
  what: filled.taskWhat,
  who: filled.taskWho,
  withWhom: filled.taskWith,
  by: filled.taskBy,
  goalId: filled.taskGoal,
  readership: {
    audience: filled.taskAudience,
    named: filled.taskAudience === 'named' ? filled.taskNamed : [],
  },
});
