import { goalSpans, mostActiveGoals } from '../../progress/domain/goal';
import { fact, factAbout, factOn, type Finding, notApplying, notYet, yesUnless } from './finding';
import type { Picture } from './picture';

/** The method asks for as many goals of each kind as there is room for. */
export function goalsAreWritten({ goals }: Picture): Finding {
  const lacking = goalSpans.flatMap((span) => {
    const written = goals.filter((goal) => goal.isActive && goal.span === span).length;
    return written < mostActiveGoals
      ? [fact(`goalsLack.${span}`, { values: { count: mostActiveGoals - written } })]
      : [];
  });
  return yesUnless(lacking, fact('goals'));
}

/** A short goal is not written without its day; a day that has been says nothing of when any more. */
export function shortGoalsSayWhen({ goals, today }: Picture): Finding {
  const short = goals.filter((goal) => goal.isActive && goal.span === 'short');
  if (short.length === 0) return notApplying(fact('noShortGoal'));
  const past = short.flatMap(({ by }) => (by?.isBefore(today) ? [by] : []));
  return yesUnless(factOn('goalDayPassed', past), fact('shortGoals'));
}

const planLastsMonths = 12;

/** A plan cannot be kept without a sign of the service user's own. */
export function crisisPlanIsAlive({ crisisPlan, today, zone }: Picture): Finding {
  if (crisisPlan === null) return notYet(fact('noCrisisPlan'));
  const { madeAt, offeredOn } = crisisPlan;
  const madeOn = madeAt.dayIn(zone);
  const wrong = [
    ...(offeredOn === null ? [fact('noCopyOffered')] : []),
    ...factOn('crisisPlanOld', madeOn.plusMonths(planLastsMonths).isBefore(today) ? [madeOn] : []),
  ];
  return yesUnless(wrong, fact('crisisPlan', { days: [madeOn] }));
}

/** A task is not written without both; whoever has left does nothing, and a day that has been says nothing of when. */
export function tasksHaveWhoAndWhen({ tasks, group, today }: Picture): Finding {
  const open = tasks.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return notApplying(fact('noTask'));
  const gone = open.map(({ who }) => who).filter((personId) => !group.memberOf(personId)?.isInTheGroup);
  const late = open.filter((task) => task.isOverdue(today)).map(({ by }) => by);
  return yesUnless([...factAbout('taskOfSomebodyGone', gone), ...factOn('taskDayPassed', late)], fact('tasks'));
}
