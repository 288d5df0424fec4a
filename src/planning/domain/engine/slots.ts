import type { CalendarDate } from '../../../kernel/calendar-date';
import type { PreferredTime } from '../caseload-parts';
import type { Board, MeetingAim } from './board';
import { timeOnDay } from './board';
import { absenceCost, weightOf } from './rank';
import type { MeetingToPlace, Slot } from './slot';
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
    times.push(timeOnDay(day, start, group.wish));
  return times;
}

/** The slots at which the whole core could meet if there were no other meetings but the fixed ones, the lightest first. */
export function slotsOf(aim: MeetingAim, board: Board, owner: MeetingToPlace): readonly Slot[] {
  return openDaysOf(aim, board)
    .flatMap((day) => gridOn(day, aim))
    .filter((time) => isCoreFree(aim, time) && keepsOrder(aim, time))
    .map((time) => slotAt(aim, time, { board, owner }))
    .sort((a, b) => a.weight - b.weight || a.day - b.day || a.start - b.start);
}

const isCoreFree = ({ group }: MeetingAim, time: TimeOnDay): boolean =>
  group.core.every((person) => person.isFree(time) && !person.isTaken(time));

/** Whether the time lies between the group's fixed meetings as the meeting's number does. */
const keepsOrder = ({ index, group }: MeetingAim, time: TimeOnDay): boolean =>
  group.fixed.every(({ index: other, time: fixed }) => (other < index ? isBefore(fixed, time) : isBefore(time, fixed)));

interface Place {
  readonly board: Board;
  readonly owner?: MeetingToPlace;
}

export function slotAt(aim: MeetingAim, { day, start, end, atHome }: TimeOnDay, { board, owner }: Place): Slot {
  const { group, index, target, targetDay } = aim;
  const able = group.network.filter((person) => person.isFree({ day, start, end, atHome }));
  const unable = group.network.length - able.length;
  const distance = Math.abs(day - targetDay);
  const wishes = board.weightOf(day) + wishCost(group.wish.preferred, { day, start, end, atHome });
  const isOutOfMonth = group.wish.keepMonth === true && !isSameMonth(dateOf(day), target);
  const isOffWeekday = weekdayOf(day) !== weekdayOf(targetDay);
  return {
    day,
    start,
    end,
    atHome,
    group: group.place,
    index,
    isFixed: owner === undefined,
    core: group.wantedCore.map((person) => person.diaryOn(day)),
    network: able.filter(({ isWanted }) => isWanted).map((person) => person.diaryOn(day)),
    unable,
    distance,
    wishes,
    weight: weightOf({ isOutOfMonth, isOffWeekday, distance }, absenceCost * unable + distance + wishes),
    ...(owner ? { owner } : {}),
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
