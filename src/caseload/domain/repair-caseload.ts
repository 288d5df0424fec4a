import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { wallText } from '../../availability/domain/personal-hours';
import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import { idOf } from '../../kernel/identifiers';
import { TimeOfDay } from '../../kernel/time-of-day';
import { type Deputy, replaceableIn } from '../../meetings/domain/deputy';
import type { Meeting } from '../../meetings/domain/meeting';
import { Caseload } from '../../planning/domain/caseload';
import type { PlannedGroup, PlannedPerson, WeighedDay } from '../../planning/domain/caseload-parts';
import { personOf } from '../../planning/domain/propose-year';
import { stepMinutes, windowDays } from '../../planning/domain/year-wishes';
import type { Period } from './caseload-of-groups';
import { type Clash, meetingsIn, peopleIn } from './clashes';
import { type GroupInCaseload, isAtRest, type Seats, seatsOf } from './group-in-caseload';
import type { KnownTimes } from './next-row';

/** A meeting that is booked, in its group. */
export interface BookedMeeting {
  readonly group: ResourceGroup;
  readonly meeting: Meeting;
  readonly wishes: GroupInCaseload['wishes'];
  /** The group's other meetings from tomorrow on. */
  readonly others: readonly Meeting[];
  /** Who stands in at this meeting. */
  readonly deputies: readonly Deputy[];
}

/** What can still be moved so that people hear of it: the meetings from tomorrow on that were not called off. */
export function bookedAhead(groups: readonly GroupInCaseload[], today: CalendarDate): readonly BookedMeeting[] {
  return groups
    .filter(({ group }) => !isAtRest(group))
    .flatMap(({ group, meetings, wishes, deputies }) => {
      const ahead = meetings.filter((meeting) => isMovable(meeting) && today.isBefore(meeting.day));
      return ahead.map((meeting) => ({
        ...{ group, meeting, wishes },
        others: ahead.filter((one) => one !== meeting),
        deputies: deputies.filter(({ meetingId }) => meetingId === meeting.id),
      }));
    });
}

const isMovable = ({ state }: Meeting): boolean => state !== 'cancelled' && state !== 'held';

export interface BookedQuestion {
  readonly booked: readonly BookedMeeting[];
  readonly known: KnownTimes;
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
}

/** What takes time to work out, so that it can be done piece by piece. */
interface WorkedOut {
  readonly people: readonly PlannedPerson[];
  readonly weighed: readonly WeighedDay[];
}

/**
 * What is booked, as the planner sees it. Every meeting is a group by itself, under the meeting's id, for it has its own
 * length and its own window.
 */
export const caseloadOfBooked = (
  { booked, known, calendar }: Omit<BookedQuestion, 'today'>,
  { people, weighed }: WorkedOut,
): Caseload =>
  Caseload.of({
    zone: known.zone,
    closedDays: calendar.ownClosedDays,
    people,
    groups: booked.map(groupOfOne),
    weighed,
  });

/** Everybody in the meetings, and their rooms and links, each once. */
export function* peopleOfBooked({ booked, known, today }: Omit<BookedQuestion, 'calendar'>): Generator<PlannedPerson> {
  const seats = booked.map(seatsAt);
  const core = new Set(seats.flatMap((one) => one.core));
  for (const id of new Set(seats.flatMap((one) => [...one.core, ...one.network]))) {
    const taken = core.has(id) ? [...known.taken, { personId: idOf<'person'>(id), ...been(today) }] : known.taken;
    yield personOf(id, { ...known, taken, wishes: anyHour });
  }
}

// Somebody whose hours nobody has asked about is never in the way of what was booked with them.
const anyHour = { earliest: TimeOfDay.of('00:00'), latest: TimeOfDay.of('23:59') };

/** Nobody can come to what has been, and a meeting is moved to tomorrow at the earliest. */
const been = (today: CalendarDate) => ({
  starts: wallText(today.plusDays(-2 * windowDays), anyHour.earliest),
  ends: wallText(today.plusDays(1), anyHour.earliest),
});

/** Whoever stands in is needed in the other's place, and the room or link like one of the core trio. */
function seatsAt({ group, meeting, deputies }: BookedMeeting): Record<keyof Seats, readonly string[]> {
  const seats = seatsOf(group);
  const trio = seats.core.map((id) => deputies.find(({ forPersonId }) => forPersonId === id)?.personId ?? id);
  const core = new Set<string>(meeting.thingId === null ? trio : [...trio, meeting.thingId]);
  return { core: [...core], network: seats.network.filter((id) => !core.has(id)) };
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

/** The days that any of the meetings may be moved to. */
export function daysAround(booked: readonly BookedMeeting[], today: CalendarDate): Period {
  const targets = booked.map(({ meeting }) => targetOf(meeting));
  const first = targets.reduce((one, other) => (other.isBefore(one) ? other : one), targets[0] ?? today);
  const last = targets.reduce((one, other) => (one.isBefore(other) ? other : one), targets[0] ?? today);
  return { from: first.plusDays(-windowDays), until: last.plusDays(windowDays) };
}

/** The days whose hours and busy times matter when the booked meetings are looked at or moved. */
export function periodOfBooked(booked: readonly BookedMeeting[], today: CalendarDate) {
  const days = booked.flatMap(({ meeting: { day, target } }) => [day, target]);
  const last = days.reduce((one, other) => (one.isBefore(other) ? other : one), today);
  return { from: today, until: last.plusDays(2 * windowDays) };
}

/** Whether it would help that somebody stands in: for the doctor, the coordinator, or whoever does so now. */
export function mayBeReplaced({ group, meeting, deputies }: BookedMeeting, clashes: readonly Clash[]): boolean {
  const replaceable: readonly string[] = [...replaceableIn(group), ...deputies.map(({ personId }) => personId)];
  return clashes
    .filter((clash) => meetingsIn(clash).some((one) => one.group === meeting.id))
    .some((clash) => peopleIn(clash).some((id) => replaceable.includes(id)));
}
