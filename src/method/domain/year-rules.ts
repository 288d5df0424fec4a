import { CalendarDate } from '../../kernel/calendar-date';
import type { Meeting } from '../../meetings/domain/meeting';
import { Taper } from '../../planning/domain/taper';
import type { YearPlan } from '../../planning/domain/year-plan';
import { windowDays } from '../../planning/domain/year-wishes';
import { fact, factOn, type Finding, notApplying, notYet, otherwise, yes, yesUnless } from './finding';
import { meetingsAhead, type Picture } from './picture';

/** What was chosen is kept; whose choice it was, only people know. */
export const choicesAreTheirs = ({ plan }: Picture): Finding =>
  plan === null ? notApplying(fact('noYear')) : notYet(fact('choicesKept'));

export function yearIsBooked(picture: Picture): Finding {
  const last = meetingsAhead(picture).at(-1);
  if (!last) return notYet(fact('nothingBooked'));
  const { horizons } = picture.profile;
  const [min, max] = [Math.min(...horizons), Math.max(...horizons)];
  const months = picture.plan?.wishes.horizonMonths ?? 0;
  const booked = fact('booked', { days: [last.day] });
  return months >= min && months <= max
    ? yes(booked)
    : notYet(booked, fact('bookedOtherwise', { values: { min, max } }));
}

export function intervalsFollowTheTaper(picture: Picture): Finding {
  const { plan, meetings, today } = picture;
  const ahead = meetingsAhead(picture);
  if (plan === null || ahead.length === 0) return notApplying(fact('noYear'));
  const targets = targetsOf(plan);
  const astray = ahead.filter(({ day }) => targets.every((target) => isAstray(day, target)));
  const calledOff = meetings.filter(({ state, day }) => state === 'cancelled' && !day.isBefore(today));
  const wrong = [...factOn('astray', daysOf(astray)), ...factOn('calledOff', daysOf(calledOff))];
  return yesUnless(wrong, fact('taper', { values: { intervals: plan.wishes.intervals.join(', ') } }));
}

/** A row goes on past its first horizon, one stretch after the other. */
const longestRow = 120;

function targetsOf({ wishes: { start, intervals } }: YearPlan): readonly CalendarDate[] {
  return new Taper(intervals).offsets(longestRow).map((months) => CalendarDate.of(start).plusMonths(months));
}

const daysOf = (meetings: readonly Meeting[]): readonly CalendarDate[] => meetings.map(({ day }) => day);

// A meeting that is moved keeps its month, or stays as near to its target as the planner would have put it.
function isAstray(day: CalendarDate, target: CalendarDate): boolean {
  const isSameMonth = day.year === target.year && day.month === target.month;
  return !isSameMonth && Math.abs(target.daysUntil(day)) > windowDays;
}

/** Between the usual length and the longest without a reason; a longer one with its reason is a choice. */
export function lengthIsAdvised(picture: Picture): Finding {
  const ahead = meetingsAhead(picture);
  if (ahead.length === 0) return notApplying(fact('noMeetingAhead'));
  const { default: min, longWithReason: max } = picture.profile.minutes;
  const unusual = ahead.filter(({ minutes }) => minutes < min || minutes > max);
  if (unusual.length === 0) return yes(fact('length', { values: { min, max } }));
  const told = fact('lengthUnusual', { values: { min, max }, days: daysOf(unusual) });
  const reasons = unusual.map(({ lengthReason }) => lengthReason);
  if (reasons.includes('')) return notYet(told);
  return otherwise(told, ...[...new Set(reasons)].map((reason) => fact('lengthReason', { values: { reason } })));
}
