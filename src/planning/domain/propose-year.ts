import type { Weekday } from '../../kernel/calendar-date';
import { Caseload } from './caseload';
import type { BusyTime, DayInterval, FixedMeeting, PlannedGroup, PlannedPerson } from './caseload-parts';
import { Explainer } from './explain';
import { type HoursOfPerson, Taken, wallTimeOf, workdays } from '../../availability/domain/personal-hours';
import type { KnownThing } from '../../availability/domain/thing';
import { type TravelTime, travelMinutesOf } from '../../availability/domain/travel-time';
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
  readonly hours: readonly HoursOfPerson[];
  readonly taken: readonly Taken[];
  readonly travel?: readonly TravelTime[];
  readonly things?: readonly KnownThing[];
  readonly calendar: SwedishCalendar;
  /** Meetings whose time the coordinator chose. */
  readonly chosen: readonly FixedMeeting[];
}

/** What a group wants, and who is in it. */
export type GroupQuestion = Pick<YearQuestion, 'wishes' | 'core' | 'network' | 'chosen'>;

/** Plans one group's year and says of every date why it is there. */
export function proposeYear(question: YearQuestion): Proposal {
  const caseload = caseloadOf(question);
  const plan = planCaseload(caseload);
  return proposalIn(plan, only, new Explainer(caseload, plan));
}

/** What a plan proposes for one of its groups, and why. */
export function proposalIn({ meetings, unplaced }: Plan, id: string, explainer: Explainer): Proposal {
  const gaps = unplaced.filter(({ group }) => group === id);
  return {
    meetings: meetings.filter(({ group }) => group === id).map((meeting) => proposed(meeting, explainer)),
    gaps: gaps.map((gap) => ({ index: gap.index, target: gap.target.iso, why: explainer.explain(gap).reasons })),
  };
}

function proposed(meeting: PlannedMeeting, explainer: Explainer): ProposedMeeting {
  const { reasons, alternatives } = explainer.explain(meeting);
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
    closedDays: calendar.ownClosedDays,
    people: [...core, ...network].map((id) => personOf(id, question)),
    groups: [groupOf(only, question)],
    weighed: weighedDays(calendar, { from, until }),
  });
}

/** A group with its wishes, as the engine plans it. */
export function groupOf(id: string, { wishes, core, network, chosen }: GroupQuestion): PlannedGroup {
  const { weekdays, minutes } = wishes.parts;
  return {
    id,
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
    atHome: wishes.parts.form === 'home',
    ...(weekdays.length > 0 ? { preferred: { weekdays, cost: wishCost } } : {}),
  };
}

/** What is known of people's time, and between which times the group wants to meet. */
export interface KnownTimes {
  readonly hours: readonly HoursOfPerson[];
  readonly taken: readonly Taken[];
  readonly travel?: readonly TravelTime[];
  readonly things?: readonly KnownThing[];
  readonly wishes: Pick<YearWishes, 'earliest' | 'latest'>;
}

/** Somebody in the group, or the room or link that it wants. */
export function personOf(id: string, known: KnownTimes): PlannedPerson {
  const { hours, taken, travel = [], things = [], wishes } = known;
  const thing = things.find((one) => one.id === id);
  if (thing) return plannedThing(thing, wishes);
  const busy = taken.filter(({ personId }) => personId === id).map(busyTimeOf);
  const own = hours.filter(({ personId }) => personId === id);
  const travelMinutes = travelMinutesOf(id, travel);
  return {
    id,
    busy,
    // Somebody whose hours nobody has asked about is taken to be free whenever the group wants to meet.
    hours: own.length > 0 ? weekOf(own) : everyWorkday({ from: wishes.earliest, until: wishes.latest }),
    ...(travelMinutes > 0 ? { travelMinutes } : {}),
  };
}

const plannedThing = ({ id, hours, taken }: KnownThing, wishes: KnownTimes['wishes']): PlannedPerson => ({
  id,
  isThing: true,
  busy: taken.map(busyTimeOf),
  hours: everyWorkday({ from: hours?.opens ?? wishes.earliest, until: hours?.closes ?? wishes.latest }),
});

const everyWorkday = (interval: DayInterval): ReadonlyMap<Weekday, readonly DayInterval[]> =>
  new Map(workdays.map((day) => [day, [interval]]));

function weekOf(hours: readonly HoursOfPerson[]): ReadonlyMap<Weekday, readonly DayInterval[]> {
  const week = new Map<Weekday, DayInterval[]>();
  for (const { weekday, opens, closes } of hours)
    week.set(weekday, [...(week.get(weekday) ?? []), { from: opens, until: closes }]);
  return week;
}

const busyTimeOf = ({ starts, ends }: Pick<Taken, 'starts' | 'ends'>): BusyTime => ({
  from: wallTimeOf(starts),
  until: wallTimeOf(ends),
});

/** The times chosen so far, and this one; a new proposal is planned around them. */
export const movedTo = (proposal: Proposal, choice: Pick<ProposedMeeting, 'index' | 'day' | 'start'>): FixedMeeting[] =>
  [...proposal.meetings.filter(({ chosen, index }) => chosen && index !== choice.index), choice].map(
    ({ index, day, start }) => ({ index, start: wallTimeOf(`${day}T${start}`) }),
  );
