import { type DayKind, SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { Span } from '../../kernel/in-words';
import type { Caseload } from '../../planning/domain/caseload';
import type { PlannedGroup, PlannedPerson } from '../../planning/domain/caseload-parts';
import { whyAway } from '../../planning/domain/why-away';

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

export function peopleIn(clash: Clash): readonly string[] {
  if (clash.kind === 'closedDay') return [];
  return clash.kind === 'away' ? [clash.person] : clash.people;
}

/** Two clashes of a caseload with the same name are the same. */
export function clashName(clash: Clash): string {
  const meetings = meetingsIn(clash).map(({ group, index }) => `${group} ${String(index)}`);
  return [clash.kind, ...meetings, ...(clash.kind === 'away' ? [clash.person] : [])].join(' ');
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
  const time = { ...meeting.span, isAtHome: meeting.atHome };
  return meeting.core.flatMap((id) => {
    const person = people.get(id);
    const why = person ? whyAway(person, time, weekday) : null;
    return why ? [{ kind: 'away' as const, meeting, person: id, why }] : [];
  });
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
