import type { CalendarDate } from '../../../kernel/calendar-date';
import type { PreferredTime } from '../caseload-parts';
import type { Board, MeetingAim } from './board';
import { timeOnDay } from './board';
import type { Slot } from './slot';
import { leastCost } from './slot';
import { dateOf, isBefore, weekdayOf } from './time-on-day';
import type { TimeOnDay } from './time-on-day';

/** The days a meeting may lie on: within the window and open. */
export function openDaysOf({ group, targetDay }: MeetingAim, board: Board): readonly number[] {
  const days: number[] = [];
  for (let day = targetDay - group.wish.windowDays; day <= targetDay + group.wish.windowDays; day += 1)
    if (board.isOpen(day)) days.push(day);
  return days;
}

/** The times of one day on the group's grid. */
export function gridOn(day: number, { group }: MeetingAim): readonly TimeOnDay[] {
  const { earliest, latest, minutes, stepMinutes } = group.wish;
  const times: TimeOnDay[] = [];
  for (let start = earliest.minutes; start + minutes <= latest.minutes; start += stepMinutes)
    times.push(timeOnDay(day, start, minutes));
  return times;
}

/** The slots at which the whole core could meet if there were no other meetings, by day, the cheapest of a day first. */
export function slotsByDay(
  aim: MeetingAim,
  aims: readonly MeetingAim[],
  board: Board,
): ReadonlyMap<number, readonly Slot[]> {
  const days = new Map<number, readonly Slot[]>();
  for (const day of openDaysOf(aim, board)) {
    const slots = gridOn(day, aim)
      .filter((time) => isCoreFree(aim, time) && keepsOrder(aim, time, aims))
      .map((time) => slotAt(aim, time, board));
    if (slots.length > 0) days.set(day, slots.sort(byLeastCost));
  }
  return days;
}

const byLeastCost = (a: Slot, b: Slot): number => leastCost(a) - leastCost(b) || a.start - b.start;

const isCoreFree = ({ group }: MeetingAim, time: TimeOnDay): boolean =>
  group.core.every(({ availability }) => availability.isFree(time));

/** Whether the time lies between the group's fixed meetings as the meeting's number does. */
function keepsOrder({ index }: MeetingAim, time: TimeOnDay, aims: readonly MeetingAim[]): boolean {
  return aims.every(({ index: other, fixed }) => {
    if (!fixed || other === index) return true;
    return other < index ? isBefore(fixed, time) : isBefore(time, fixed);
  });
}

export function slotAt(aim: MeetingAim, time: TimeOnDay, board: Board): Slot {
  const { group, index, target, targetDay } = aim;
  const able = group.network.filter(({ availability }) => availability.isFree(time));
  return {
    day: time.day,
    start: time.start,
    end: time.end,
    group: group.place,
    index,
    core: group.core,
    able,
    unable: group.network.length - able.length,
    distance: Math.abs(time.day - targetDay),
    wishes: board.weightOf(time.day) + wishCost(group.wish.preferred, time),
    isOutOfMonth: group.wish.keepMonth === true && !isSameMonth(dateOf(time.day), target),
    isOffWeekday: weekdayOf(time.day) !== weekdayOf(targetDay),
  };
}

const isSameMonth = (a: CalendarDate, b: CalendarDate): boolean => a.month === b.month && a.year === b.year;

function wishCost(preferred: PreferredTime | undefined, { day, start, end }: TimeOnDay): number {
  if (!preferred) return 0;
  const { weekdays, from, to, cost } = preferred;
  const suits =
    (!weekdays || weekdays.includes(weekdayOf(day))) && (!from || from.minutes <= start) && (!to || end <= to.minutes);
  return suits ? 0 : cost;
}
