import { dayWithYear } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { choiceField, dayField, selectField, textField, ticksField, unchosen } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import type { Say } from '../platform/web/words';
import { audienceChoices, historyOf, nameIn, presentIn, readershipInWords, type Speech } from './circle-words';
import type { Circle } from './circles.service';
import type { Goal } from './domain/goal';
import type { Task, TaskState } from './domain/task';
import { formPage } from './form.page';

export interface TasksShown {
  readonly circle: Circle;
  readonly tasks: readonly Task[];
  readonly goals: readonly Goal[];
}

/** What is to be done, soonest first; then what is done or put aside. */
export function tasksPage(shown: TasksShown, speech: Speech): Shown {
  const { circle, tasks } = shown;
  const { say } = speech;
  const inState = (state: TaskState) =>
    tasks.filter((task) => task.state === state).map((task) => taskModel(task, shown, speech));
  return show('progress/tasks', {
    title: say('progress.tasks.title'),
    caption: circle.group.name,
    back: `/groups/${circle.group.id}`,
    addHref: `${tasksHref(circle)}/new`,
    goalsHref: `/groups/${circle.group.id}/goals`,
    open: inState('open'),
    done: inState('done').reverse(),
    putAside: inState('put-aside').reverse(),
  });
}

const tasksHref = ({ group }: Circle): string => `/groups/${group.id}/tasks`;

const isLeft = ({ who }: Task, { group }: Circle): boolean => !group.memberOf(who)?.isInTheGroup;

/** A word and a shape: done, put aside, late, without anybody, or open. */
export function taskTag(task: Task, circle: Circle, say: Say) {
  if (task.state === 'done') return { text: say('progress.tasks.state.done'), shape: 'done' };
  if (task.state === 'put-aside') return { text: say('progress.tasks.state.put-aside'), shape: 'stopped' };
  if (isLeft(task, circle)) return { text: say('progress.tasks.nobody'), shape: 'warning' };
  if (task.isOverdue(circle.today)) return { text: say('progress.tasks.overdue'), shape: 'warning' };
  return { text: say('progress.tasks.state.open'), shape: 'open' };
}

const moves = {
  open: ['done', 'put-aside'],
  done: ['open'],
  'put-aside': ['open'],
} as const satisfies Record<TaskState, readonly string[]>;

function taskModel(task: Task, shown: TasksShown, speech: Speech) {
  const { circle, goals } = shown;
  const { say, language } = speech;
  const page = `${tasksHref(circle)}/${task.id}`;
  const goal = goals.find(({ id }) => id === task.goalId);
  return {
    anchor: `task-${task.id}`,
    what: task.what,
    tag: taskTag(task, circle, say),
    facts: [
      doersInWords(task, circle, say),
      say('progress.tasks.by', { day: dayWithYear(task.by, language) }),
      ...(goal ? [say('progress.tasks.serves', { goal: goal.words })] : []),
      say('progress.tasks.readBy', { whom: readershipInWords(task.readership, circle, say) }),
    ],
    meetingHref: task.meetingId === null ? '' : `/meetings/${task.meetingId}/agenda`,
    edit: task.isOpen ? { href: page, text: say('progress.change') } : null,
    moves: moves[task.state].map((move) => ({ action: `${page}/${move}`, text: say(`progress.tasks.move.${move}`) })),
    history: historyOf(task.steps, circle, speech),
  };
}

/** "Olle gör det tillsammans med Eva och Per." */
function doersInWords(task: Task, circle: Circle, say: Say): string {
  const who = nameIn(circle, task.who, say);
  if (isLeft(task, circle)) return say('progress.tasks.left', { who });
  if (task.withWhom.length === 0) return say('progress.tasks.who', { who });
  const others = task.withWhom.map((id) => nameIn(circle, id, say)).join(', ');
  return say('progress.tasks.together', { who, others });
}

interface TaskAsked {
  readonly circle: Circle;
  readonly goals: readonly Goal[];
  /** Absent for a new one. */
  readonly task?: Task;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function taskPage({ circle, goals, task, typed, faults }: TaskAsked, speech: Speech): Shown {
  const { say } = speech;
  const home = tasksHref(circle);
  const people = presentIn(circle, speech).map(({ personId, name }) => ({ value: personId, text: name }));
  const served = goals.filter((goal) => goal.isActive || goal.id === task?.goalId);
  return formPage({
    ...{ say, typed, faults, back: home, caption: circle.group.name },
    title: say(task ? 'progress.task.edit' : 'progress.task.new'),
    lead: say('progress.task.lead'),
    action: task ? `${home}/${task.id}` : `${home}/new`,
    keep: `task-${task?.id ?? circle.group.id}`,
    kept: task ? { writtenFrom: String(task.version) } : {},
    controls: (asked) => [
      textField(asked, 'taskWhat'),
      selectField(asked, 'taskWho', [unchosen(say), ...people]),
      ticksField(asked, 'taskWith', people),
      dayField(asked, 'taskBy'),
      ...(served.length === 0
        ? []
        : [
            selectField(asked, 'taskGoal', [
              unchosen(say),
              ...served.map(({ id, words }) => ({ value: id, text: words })),
            ]),
          ]),
      choiceField(asked, 'taskAudience', audienceChoices(say)),
      ticksField(asked, 'taskNamed', people),
    ],
  });
}

export const typedForTask = ({ what, who, withWhom, by, goalId, readership }: Task): Typed => ({
  taskWhat: what,
  taskWho: who,
  taskWith: withWhom,
  taskBy: by.iso,
  taskGoal: goalId ?? '',
  taskAudience: readership.audience,
  taskNamed: readership.named,
});
