import { z } from 'zod';
import { audiences } from '../groups/domain/readership';
import { CalendarDate } from '../kernel/calendar-date';
import { DomainError } from '../kernel/domain-error';
import { idOf, type PersonId } from '../kernel/identifiers';
import { plainParagraph } from '../people/domain/personal-number';
import { field, Form, oneOf, optionalField, tick, ticks } from '../platform/web/form';
import type { TaskWords } from '../progress/domain/task';
import { type Attendance, chairs, presences } from './domain/attendance';
import { waysOfReading } from './domain/notes';

// A field takes ten thousand characters; of a longer text so much is kept that its own rule can say it is too long.
const passage = (name: string) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.slice(0, 10_000) : typed),
    field((typed) => plainParagraph(typed, { field: name, max: 3000 })),
  );

const once = field((typed) => idOf<'form'>(typed));

const version = field((typed) => {
  if (!/^\d{1,6}$/.test(typed)) throw new DomainError('notFound');
  return Number(typed);
});

/** The field that says whether this person is there. */
export const nameOfPresence = (personId: PersonId): string => `here-${personId}`;

const leadingShape = {
  chair: oneOf(chairs, 'chair'),
  chairId: optionalField((typed) => idOf<'person'>(typed)),
  reconciliation: tick(),
};

/** Who leads, and for each of these people whether they are there. */
export const holdForm = (people: readonly PersonId[]) =>
  new Form({
    ...leadingShape,
    ...Object.fromEntries(people.map((id) => [nameOfPresence(id), oneOf(presences, 'presence')])),
  });

/** What such a form says of each of them. */
export const presencesIn = (typed: Readonly<Record<string, unknown>>, people: readonly PersonId[]) =>
  people.flatMap((personId): readonly Attendance[] => {
    const presence = presences.find((one) => one === typed[nameOfPresence(personId)]);
    return presence ? [{ personId, presence }] : [];
  });

/** What was pressed on the large page: where to go on, or a task's own button. */
const ways = ['stay', 'next', 'previous', 'put-off', 'end'] as const;
export type Go = (typeof ways)[number] | { readonly task: string; readonly became: 'done' | 'put-aside' };

const go = field((typed): Go => {
  const known = ways.find((one) => one === typed);
  if (known) return known;
  const [, became, task = ''] = /^(done|put-aside)-(.+)$/.exec(typed) ?? [];
  if (became !== 'done' && became !== 'put-aside') throw new DomainError('notFound');
  return { task, became };
});

export const screenForm = new Form({
  once,
  outcome: passage('outcome'),
  decision: passage('decision'),
  go,
  taskWhat: field((typed) => typed.trim()),
  taskWho: optionalField((typed) => idOf<'person'>(typed)),
  taskWith: ticks((typed) => idOf<'person'>(typed)),
  taskBy: optionalField((typed) => CalendarDate.of(typed.trim())),
  taskGoal: optionalField((typed) => idOf<'goal'>(typed)),
});

type Filled<Of> = Extract<Of, { readonly kind: 'filled' }> extends { readonly value: infer Value } ? Value : never;
export type ScreenFilled = Filled<ReturnType<typeof screenForm.read>>;

/** A task that somebody has begun to write down has who, and by when. */
export function taskIn(filled: ScreenFilled): Omit<TaskWords, 'readership'> | null {
  const { taskWhat: what, taskWho: who, taskWith: withWhom, taskBy: by, taskGoal: goalId } = filled;
  if (what === '' && who === null && by === null) return null;
  if (what === '') throw new DomainError('fieldMissing', { field: 'taskWhat' });
  if (who === null) throw new DomainError('taskWithoutPerson', { field: 'taskWho' });
  if (by === null) throw new DomainError('taskWithoutDay', { field: 'taskBy' });
  return { what, who, withWhom, by, goalId };
}

const lineText = passage('lineText');

export const newLineForm = new Form({
  once,
  lineItem: field((typed) => idOf<'agenda item'>(typed)),
  lineKind: oneOf(['outcome', 'decision'] as const, 'lineKind'),
  lineText,
});

export const lineForm = new Form({
  version,
  lineText,
  lineAudience: oneOf(audiences, 'lineAudience'),
  lineNamed: ticks((typed) => idOf<'person'>(typed)),
  lineGuest: tick(),
});

export const removeForm = new Form({ version });

export const readForm = new Form({
  seen: field((typed) => typed),
  readHow: oneOf(
    waysOfReading.filter((way) => way !== 'own-page'),
    'readHow',
  ),
  readOn: field((typed) => CalendarDate.of(typed.trim())),
  struck: ticks((typed) => idOf<'note line'>(typed)),
});
