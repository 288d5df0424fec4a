import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { wallText } from '../../availability/domain/personal-hours';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Meeting } from '../../meetings/domain/meeting';
import { Caseload } from '../../planning/domain/caseload';
import type { PlannedGroup } from '../../planning/domain/caseload-parts';
import { personOf } from '../../planning/domain/propose-year';
import { weighedDays } from '../../planning/domain/weighed-days';
import { stepMinutes, windowDays } from '../../planning/domain/year-wishes';
import { type GroupInCaseload, isAtRest, type Seats, seatsOf } from './group-in-caseload';
import type { KnownTimes } from './next-row';

/** A meeting that is booked, in its group. */
export interface BookedMeeting {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  readonly wishes: GroupInCaseload['wishes'];
  /** The group's other meetings from tomorrow on. */
  readonly others: readonly Meeting[];
}

/** What can still be moved so that people hear of it: the meetings from tomorrow on that were not called off. */
export function bookedAhead(groups: readonly GroupInCaseload[], today: CalendarDate): readonly BookedMeeting[] {
  return groups
    .filter(({ group }) => !isAtRest(group))
    .flatMap(({ group, meetings, wishes }) => {
      const ahead = meetings.filter((meeting) => isMovable(meeting) && today.isBefore(meeting.day));
      return ahead.map((meeting) => ({ group, meeting, wishes, others: ahead.filter((one) => one !== meeting) }));
    });
}

const isMovable = ({ state }: Meeting): boolean => state !== 'cancelled' && state !== 'held';

export interface BookedQuestion {
  readonly booked: readonly BookedMeeting[];
  readonly known: KnownTimes;
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
}

/**
 * What is booked, as the planner sees it. Every meeting is a group by itself, under the meeting's id, for it has its own
 * length and its own window.
 */
export function caseloadOfBooked({ booked, known, calendar, today }: BookedQuestion): Caseload {
  const seats = booked.map(seatsAt);
  const people = [...new Set(seats.flatMap(({ core, network }) => [...core, ...network]))];
  const core = new Set(booked.flatMap(({ group }) => seatsOf(group).core));
  const taken = [...known.taken, ...[...core].map((personId) => ({ personId, ...been(today) }))];
  const groups = booked.map(groupOfOne);
  return Caseload.of({
    zone: known.zone,
    closedDays: calendar.ownClosedDays,
    people: people.map((id) => personOf(id, { ...known, taken, wishes: anyHour })),
    groups,
    weighed: weighedDays(calendar, daysAround(groups, today)),
  });
}

// Somebody whose hours nobody has asked about is never in the way of what was booked with them.
const anyHour = { earliest: TimeOfDay.of('00:00'), latest: TimeOfDay.of('23:59') };

/** Nobody can come to what has been, and a meeting is moved to tomorrow at the earliest. */
const been = (today: CalendarDate) => ({
  starts: wallText(today.plusDays(-2 * windowDays), anyHour.earliest),
  ends: wallText(today.plusDays(1), anyHour.earliest),
});

/** The room or link of a meeting is needed like one of the core trio. */
function seatsAt({ group, meeting: { thingId } }: BookedMeeting): Record<keyof Seats, readonly string[]> {
  const { core, network } = seatsOf(group);
  return { core: thingId === null ? core : [...core, thingId], network };
}

function groupOfOne(booked: BookedMeeting): PlannedGroup {
  const { meeting, wishes } = booked;
  const end = meeting.start.plusMinutes(meeting.minutes);
  const [earliest, latest] = [TimeOfDay.of(wishes.earliest), TimeOfDay.of(wishes.latest)];
  return {
    id: meeting.id,
    ...seatsAt(booked),
    start: targetOf(meeting),
    offsetsMonths: [0],
    minutes: meeting.minutes,
    windowDays: windowOf(booked),
    earliest: meeting.start.isBefore(earliest) ? meeting.start : earliest,
    latest: latest.isBefore(end) ? end : latest,
    stepMinutes,
    fixed: [{ index: 0, start: { day: meeting.day, time: meeting.start } }],
    keepMonth: true,
    atHome: meeting.form === 'home',
    preferred: { from: meeting.start, to: end, cost: wishCost, ...weekdaysIn(wishes) },
  };
}

/** The hour it has, on a weekday the group wished for, weighs as much as three days' distance. */
const wishCost = 3;

const weekdaysIn = ({ weekdays }: BookedMeeting['wishes']) => (weekdays.length > 0 ? { weekdays } : {});

/** A meeting that was moved further than its window allows is planned around where it stands. */
function targetOf({ target, day }: Meeting): CalendarDate {
  return Math.abs(target.daysUntil(day)) <= windowDays ? target : day;
}

/** It does not pass another of the group's meetings. */
function windowOf({ meeting, others }: BookedMeeting): number {
  const target = targetOf(meeting);
  const free = others.map(({ day }) => Math.abs(target.daysUntil(day)) - 1).filter((days) => days >= 0);
  return Math.min(windowDays, ...free);
}

function daysAround(groups: readonly PlannedGroup[], today: CalendarDate) {
  const starts = groups.map(({ start }) => start);
  const first = starts.reduce((one, other) => (other.isBefore(one) ? other : one), starts[0] ?? today);
  const last = starts.reduce((one, other) => (one.isBefore(other) ? other : one), starts[0] ?? today);
  return { from: first.plusDays(-windowDays), until: last.plusDays(windowDays) };
}

/** The days whose hours and busy times matter when the booked meetings are looked at or moved. */
export function periodOfBooked(booked: readonly BookedMeeting[], today: CalendarDate) {
  const days = booked.flatMap(({ meeting: { day, target } }) => [day, target]);
  const last = days.reduce((one, other) => (one.isBefore(other) ? other : one), today);
  return { from: today, until: last.plusDays(2 * windowDays) };
}
