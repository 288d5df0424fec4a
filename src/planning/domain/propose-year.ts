import type { Weekday } from '../../kernel/calendar-date';
import { Caseload } from './caseload';
import type { BusyTime, DayInterval, FixedMeeting, PlannedGroup, PlannedPerson } from './caseload-parts';
import { explainMeeting } from './explain';
import { Taken, WeeklyHours, wallTimeOf, workdays } from '../../availability/domain/personal-hours';
import type { Plan, PlannedMeeting } from './plan';
import { planCaseload } from './plan-caseload';
import { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { weighedDays } from './weighed-days';
import type { Proposal, ProposedMeeting } from './year-plan';
import { stepMinutes, windowDays, YearWishes } from './year-wishes';

/** A wish about weekdays weighs as much as three days' distance from the target. */
const wishCost = 3;

/** The only group of the caseload. */
const only = 'group';

export interface YearQuestion {
  readonly wishes: YearWishes;
  readonly zone: string;
  readonly core: readonly string[];
  readonly network: readonly string[];
  readonly hours: readonly WeeklyHours[];
  readonly taken: readonly Taken[];
  readonly calendar: SwedishCalendar;
  /** Meetings whose time the coordinator chose. */
  readonly chosen: readonly FixedMeeting[];
}

/** Plans one group's year and says of every date why it is there. */
export function proposeYear(question: YearQuestion): Proposal {
  const caseload = caseloadOf(question);
  const plan = planCaseload(caseload);
  return {
    meetings: plan.meetings.map((meeting) => proposed(meeting, caseload, plan)),
    gaps: plan.unplaced.map(({ index, target, why }) => ({ index, target: target.iso, why })),
  };
}

function proposed(meeting: PlannedMeeting, caseload: Caseload, plan: Plan): ProposedMeeting {
  const { reasons, alternatives } = explainMeeting(caseload, plan, { group: only, index: meeting.index });
  return {
    index: meeting.index,
    target: meeting.target.iso,
    day: meeting.span.day.iso,
    start: meeting.span.start.toString(),
    absent: meeting.absent,
    why: reasons,
    alternatives: alternatives.map(({ span, costDifference, absent }) => ({
      day: span.day.iso,
      start: span.start.toString(),
      costMore: costDifference,
      absent,
    })),
    chosen: meeting.isFixed,
  };
}

function caseloadOf(question: YearQuestion): Caseload {
  const { wishes, zone, core, network, calendar } = question;
  const from = wishes.start.plusDays(-windowDays);
  const until = wishes.start.plusMonths(wishes.parts.horizonMonths).plusDays(windowDays);
  return Caseload.of({
    zone,
    people: [...core, ...network].map((id) => personOf(id, question)),
    groups: [groupOf(question)],
    weighed: weighedDays(calendar, { from, until }),
  });
}

function groupOf({ wishes, core, network, chosen }: YearQuestion): PlannedGroup {
  const { weekdays, minutes } = wishes.parts;
  return {
    id: only,
    core,
    network,
    start: wishes.start,
    offsetsMonths: wishes.offsets,
    minutes,
    windowDays,
    earliest: wishes.earliest,
    latest: wishes.latest,
    stepMinutes,
    fixed: chosen,
    keepMonth: true,
    ...(weekdays.length > 0 ? { preferred: { weekdays, cost: wishCost } } : {}),
  };
}

/** What is known of people's time, and between which times the group wants to meet. */
export interface KnownTimes {
  readonly hours: readonly WeeklyHours[];
  readonly taken: readonly Taken[];
  readonly wishes: Pick<YearWishes, 'earliest' | 'latest'>;
}

export function personOf(id: string, { hours, taken, wishes }: KnownTimes): PlannedPerson {
  const busy = taken.filter(({ personId }) => personId === id).map(busyTimeOf);
  const own = hours.filter(({ personId }) => personId === id);
  const everyDay = new Map(workdays.map((day) => [day, [{ from: wishes.earliest, until: wishes.latest }]]));
  // Somebody whose hours nobody has asked about is taken to be free whenever the group wants to meet.
  return { id, busy, hours: own.length > 0 ? weekOf(own) : everyDay };
}

function weekOf(hours: readonly WeeklyHours[]): ReadonlyMap<Weekday, readonly DayInterval[]> {
  const week = new Map<Weekday, DayInterval[]>();
  for (const { weekday, opens, closes } of hours)
    week.set(weekday, [...(week.get(weekday) ?? []), { from: opens, until: closes }]);
  return week;
}

const busyTimeOf = ({ starts, ends }: Taken): BusyTime => ({ from: wallTimeOf(starts), until: wallTimeOf(ends) });

/** The times chosen so far, and this one; a new proposal is planned around them. */
export const movedTo = (proposal: Proposal, choice: Pick<ProposedMeeting, 'index' | 'day' | 'start'>): FixedMeeting[] =>
  [...proposal.meetings.filter(({ chosen, index }) => chosen && index !== choice.index), choice].map(
    ({ index, day, start }) => ({ index, start: wallTimeOf(`${day}T${start}`) }),
  );
