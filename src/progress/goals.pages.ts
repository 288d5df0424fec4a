import { dayWithYear } from '../kernel/in-words';
import { show, type Shown } from '../platform/web/answer';
import { dayField, textArea } from '../platform/web/controls';
import type { Fault, Typed } from '../platform/web/form';
import { historyOf, nameIn, type Speech } from './circle-words';
import type { Circle } from './circles.service';
import { type Goal, type GoalSpan, goalSpans, mostActiveGoals } from './domain/goal';
import type { Task } from './domain/task';
import { formPage } from './form.page';
import { taskTag } from './tasks.pages';

export interface GoalsShown {
  readonly circle: Circle;
  readonly goals: readonly Goal[];
  readonly tasks: readonly Task[];
}

/** The goals, what serves each of them, and those that were before. */
export function goalsPage(shown: GoalsShown, speech: Speech): Shown {
  const { circle, goals } = shown;
  const { say } = speech;
  const home = goalsHref(circle);
  const past = goals.filter((goal) => !goal.isActive);
  return show('progress/goals', {
    title: say('progress.goals.title'),
    caption: circle.group.name,
    back: `/groups/${circle.group.id}`,
    parts: goalSpans.map((span) => {
      const active = goals.filter((goal) => goal.isActive && goal.span === span);
      return {
        heading: say(`progress.goals.${span}`),
        lead: say(`progress.goals.${span}.lead`),
        goals: active.map((goal) => goalModel(goal, shown, speech)),
        add:
          active.length < mostActiveGoals
            ? { text: say(`progress.goals.${span}.add`), href: `${home}/new?span=${span}` }
            : null,
      };
    }),
    past: past.map((goal) => goalModel(goal, shown, speech)),
    tasksHref: `/groups/${circle.group.id}/tasks`,
  });
}

const goalsHref = ({ group }: Circle): string => `/groups/${group.id}/goals`;

const moves = {
  active: ['reached', 'put-aside'],
  reached: ['take-up'],
  'put-aside': ['take-up'],
} as const satisfies Record<Goal['state'], readonly string[]>;

const stateShape = { active: 'open', reached: 'done', 'put-aside': 'stopped' } as const;

function goalModel(goal: Goal, { circle, tasks }: GoalsShown, speech: Speech) {
  const { say, language } = speech;
  const page = `${goalsHref(circle)}/${goal.id}`;
  const serving = tasks.filter(({ goalId, state }) => goalId === goal.id && state !== 'put-aside');
  return {
    anchor: `goal-${goal.id}`,
    words: goal.words,
    by: goal.by === null ? '' : say('progress.goals.by', { day: dayWithYear(goal.by, language) }),
    tag: goal.isActive ? null : { text: say(`progress.goals.state.${goal.state}`), shape: stateShape[goal.state] },
    tasks: serving.map((task) => ({
      text: say('progress.goals.task', { what: task.what, who: nameIn(circle, task.who, say) }),
      tag: taskTag(task, circle, say),
    })),
    edit: goal.isActive ? { href: page, text: say('progress.change') } : null,
    moves: moves[goal.state].map((move) => ({ action: `${page}/${move}`, text: say(`progress.goals.move.${move}`) })),
    history: historyOf(goal.steps, circle, speech),
  };
}

interface GoalAsked {
  readonly circle: Circle;
  readonly span: GoalSpan;
  /** Absent for a new one. */
  readonly goal?: Goal;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
}

export function goalPage({ circle, span, goal, typed, faults }: GoalAsked, { say }: Speech): Shown {
  const home = goalsHref(circle);
  return formPage({
    ...{ say, typed, faults, back: home, caption: circle.group.name },
    title: say(goal ? 'progress.goal.edit' : `progress.goal.new.${span}`),
    lead: say(`progress.goal.lead.${span}`),
    action: goal ? `${home}/${goal.id}` : `${home}/new`,
    keep: `goal-${goal?.id ?? `${circle.group.id}-${span}`}`,
    kept: goal ? { writtenFrom: String(goal.version) } : { span },
    controls: (asked) => [textArea(asked, 'goalWords'), ...(span === 'short' ? [dayField(asked, 'goalBy')] : [])],
  });
}

export const typedForGoal = ({ words, by }: Goal): Typed => ({ goalWords: words, goalBy: by?.iso });
