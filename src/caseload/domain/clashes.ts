import { type DayKind, SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { Weekday } from '../../kernel/calendar-date';
import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { Caseload } from '../../planning/domain/caseload';
import type { BusyTime, DayInterval, PlannedGroup, PlannedPerson } from '../../planning/domain/caseload-parts';

/** A meeting that is booked: in the caseload, one of a group's fixed meetings. */
export interface StandingMeeting {
  readonly group: string;
  readonly index: number;
  readonly span: Span;
  readonly core: readonly string[];
  readonly network: readonly string[];
  readonly atHome: boolean;
}

type ClosedWhy = Extract<DayKind, { readonly kind: 'closed' }>['why'];

/** A rule that a booked meeting breaks today. */
export type Clash =
  | { readonly kind: 'closedDay'; readonly meeting: StandingMeeting; readonly why: ClosedWhy }
  | {
      readonly kind: 'away';
      readonly meeting: StandingMeeting;
      /** A core member; somebody of the network who cannot come is absent, and nothing clashes. */
      readonly person: string;
      readonly why: 'hours' | 'busy';
    }
  | {
      readonly kind: 'twice';
      readonly meetings: readonly [StandingMeeting, StandingMeeting];
      /** Core members of both. */
      readonly people: readonly string[];
    };

/** The booked meetings of a caseload, group by group. */
export const standingIn = ({ groups }: Caseload): readonly StandingMeeting[] => groups.flatMap(standingOf);

function standingOf({ id: group, fixed = [], minutes, ...seats }: PlannedGroup): readonly StandingMeeting[] {
  const { core, network, atHome = false } = seats;
  return fixed.map(({ index, start: { day, time } }) => {
    return { group, index, span: { day, start: time, minutes }, core, network, atHome };
  });
}

/** Everything that is wrong with what is booked, in the caseload's order. A meeting may be in several clashes. */
export function clashesIn(caseload: Caseload): readonly Clash[] {
  const standing = standingIn(caseload);
  const calendar = new SwedishCalendar({ closedDays: caseload.closedDays });
  const people = new Map(caseload.people.map((person) => [person.id, person]));
  return [
    ...standing.flatMap((meeting) => onAClosedDay(meeting, calendar)),
    ...standing.flatMap((meeting) => withSomebodyAway(meeting, people)),
    ...withSomebodyTwice(standing),
  ];
}

export const meetingsIn = (clash: Clash): readonly StandingMeeting[] =>
  clash.kind === 'twice' ? clash.meetings : [clash.meeting];

function onAClosedDay(meeting: StandingMeeting, calendar: SwedishCalendar): readonly Clash[] {
  const day = calendar.kindOf(meeting.span.day);
  return day.kind === 'closed' ? [{ kind: 'closedDay', meeting, why: day.why }] : [];
}

function withSomebodyAway(
  meeting: StandingMeeting,
  people: ReadonlyMap<string, PlannedPerson>,
): readonly Extract<Clash, { readonly kind: 'away' }>[] {
  const { weekday } = meeting.span.day;
  return meeting.core.flatMap((id) => {
    const person = people.get(id);
    const why = person ? whyAway(person, meeting.span, weekday) : null;
    return why ? [{ kind: 'away' as const, meeting, person: id, why }] : [];
  });
}

/** What keeps a person from a time, apart from meetings; null when nothing does. */
export function whyAway(
  { hours, busy = [] }: PlannedPerson,
  span: Span,
  // Worked out anew each time it is asked of a day, so for many people at once it is given.
  weekday: Weekday = span.day.weekday,
): 'hours' | 'busy' | null {
  const intervals = hours ? (hours.get(weekday) ?? []) : officeHours(weekday);
  if (!joined(intervals).some(({ from, until }) => from <= span.start.minutes && endOf(span) <= until)) return 'hours';
  return busy.some((time) => isWithin(time, span)) ? 'busy' : null;
}

/** Whether a busy time and a meeting have a minute in common. */
function isWithin({ from, until }: BusyTime, span: Span): boolean {
  const { day, start } = span;
  const begins = from.day.isBefore(day) || (from.day.equals(day) && from.time.minutes < endOf(span));
  const goesOn = day.isBefore(until.day) || (until.day.equals(day) && start.minutes < until.time.minutes);
  return begins && goesOn;
}

function officeHours(weekday: Weekday): readonly DayInterval[] {
  return weekday > 5 ? [] : [{ from: TimeOfDay.of('08:00'), until: TimeOfDay.of('17:00') }];
}

/** Hours that touch are one: a meeting may lie across noon when somebody's morning ends as the afternoon begins. */
function joined(intervals: readonly DayInterval[]): readonly { readonly from: number; readonly until: number }[] {
  const rows = intervals.map(({ from, until }) => ({ from: from.minutes, until: until.minutes }));
  return rows
    .sort((a, b) => a.from - b.from)
    .reduce<{ from: number; until: number }[]>((before, row) => {
      const last = before[before.length - 1];
      if (!last || last.until < row.from) return [...before, row];
      return [...before.slice(0, -1), { from: last.from, until: Math.max(last.until, row.until) }];
    }, []);
}

function withSomebodyTwice(standing: readonly StandingMeeting[]): readonly Clash[] {
  const inTime = [...standing].sort(byTime);
  return inTime.flatMap((meeting, at) =>
    sameDayAfter(inTime, at)
      .filter((other) => isTogether(meeting.span, other.span))
      .flatMap((other) => twice(meeting, other)),
  );
}

function twice(one: StandingMeeting, other: StandingMeeting): readonly Clash[] {
  const people = one.core.filter((person) => other.core.includes(person));
  return people.length > 0 ? [{ kind: 'twice', meetings: [one, other], people }] : [];
}

function sameDayAfter(inTime: readonly StandingMeeting[], at: number): readonly StandingMeeting[] {
  const day = inTime[at]?.span.day;
  let until = at + 1;
  while (day && inTime[until]?.span.day.equals(day)) until += 1;
  return inTime.slice(at + 1, until);
}

/** Whether two times have a minute in common. */
const isTogether = (one: Span, other: Span): boolean =>
  one.day.equals(other.day) && one.start.minutes < endOf(other) && other.start.minutes < endOf(one);

const endOf = ({ start, minutes }: Span): number => start.minutes + minutes;

const byTime = (a: StandingMeeting, b: StandingMeeting): number =>
  order(a.span.day.iso, b.span.day.iso) || a.span.start.minutes - b.span.start.minutes || order(a.group, b.group);

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
