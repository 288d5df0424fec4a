import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import { Caseload } from '../../planning/domain/caseload';
import type { BusyTime, PlannedGroup, PlannedPerson } from '../../planning/domain/caseload-parts';
import type { Plan, Reason } from '../../planning/domain/plan';
import { planCaseload } from '../../planning/domain/plan-caseload';
import { type Clash, clashesIn, meetingsIn, type StandingMeeting, standingIn } from './clashes';
import { lightestCover, type Pair } from './repair-cover';

export interface RepairQuestion {
  /** Which of the clashes are to be mended; the others are left as they are. */
  readonly cause: (clash: Clash) => boolean;
  /** How many people must answer again if the meeting moves: 0 when nobody has been called to it. */
  readonly weightOf: (meeting: StandingMeeting) => number;
}

/** A meeting and the time it gets instead of its own. */
export interface Move {
  readonly meeting: StandingMeeting;
  readonly to: Span;
  /** Network members who cannot come then, by person id. */
  readonly absent: readonly string[];
}

/** A meeting that cannot stay and has nowhere to go. */
export interface StuckMeeting {
  readonly meeting: StandingMeeting;
  readonly why: readonly Reason[];
}

/** How a caseload is mended. What is neither moved nor stuck stays where it stands. */
export interface Repair {
  readonly clashes: readonly Clash[];
  readonly moves: readonly Move[];
  readonly stuck: readonly StuckMeeting[];
}

/**
 * Mends the clashes of a cause. First as few meetings as possible are left without a time; then as few people as
 * possible must answer again. A network member who cannot come is absent, and nothing moves for it.
 */
export function repair(caseload: Caseload, { cause, weightOf }: RepairQuestion): Repair {
  const clashes = clashesIn(caseload).filter(cause);
  const staying = new Set<string>();
  let best = mended(caseload, { clashes, weightOf, staying });
  while (best.stuck.some(({ meeting }) => !staying.has(nameOf(meeting)))) {
    for (const { meeting } of best.stuck) staying.add(nameOf(meeting));
    const next = mended(caseload, { clashes, weightOf, staying });
    if (next.stuck.length >= best.stuck.length) break;
    best = next;
  }
  return best;
}

interface Mending extends Pick<RepairQuestion, 'weightOf'> {
  readonly clashes: readonly Clash[];
  /** Meetings that found no other time, and so give way only when they must. */
  readonly staying: ReadonlySet<string>;
}

function mended(caseload: Caseload, { clashes, weightOf, staying }: Mending): Repair {
  const leaving = leavingFor(clashes, { weightOf, staying });
  if (leaving.length === 0) return { clashes, moves: [], stuck: [] };
  const { questions, rows } = replanning(caseload, new Set(leaving.map(nameOf)));
  return { clashes, ...outcome(leaving, planCaseload(questions), rows) };
}

export const nameOf = ({ group, index }: Pick<StandingMeeting, 'group' | 'index'>): string =>
  `${group} ${String(index)}`;

/** The meetings that give way: those that break a rule by themselves, and the lightest of those that clash. */
function leavingFor(clashes: readonly Clash[], { weightOf, staying }: Omit<Mending, 'clashes'>) {
  const meetings = [...new Map(clashes.flatMap(meetingsIn).map((meeting) => [nameOf(meeting), meeting])).values()];
  const places = new Map(meetings.map((meeting, at) => [nameOf(meeting), at]));
  const placesOf = (clash: Clash) => meetingsIn(clash).flatMap((meeting) => places.get(nameOf(meeting)) ?? []);
  const isFree = (place: number) => !staying.has(nameIn(meetings, place));
  const forced = new Set(
    clashes.flatMap((clash) => (clash.kind === 'twice' ? otherThanStaying(placesOf(clash), isFree) : placesOf(clash))),
  );
  const pairs = clashes
    .filter((clash) => clash.kind === 'twice')
    .map(placesOf)
    .filter((pair) => pair.every((place) => isFree(place) && !forced.has(place)))
    .flatMap(([one, other]): readonly Pair[] => (one === undefined || other === undefined ? [] : [[one, other]]));
  const chosen = new Set([...forced, ...lightestCover(meetings.map(weightOf), pairs)]);
  return meetings.filter((_, place) => chosen.has(place));
}

const nameIn = (meetings: readonly StandingMeeting[], place: number): string => {
  const meeting = meetings[place];
  return meeting ? nameOf(meeting) : '';
};

/** Where one of a pair stays, the other gives way; where both would, one of them has to. */
function otherThanStaying(pair: readonly number[], isFree: (place: number) => boolean): readonly number[] {
  const free = pair.filter(isFree);
  if (free.length === pair.length) return [];
  return free.length > 0 ? free : pair.slice(0, 1);
}

interface Row {
  readonly group: string;
  /** The standing meetings' own indexes, in the order they are planned. */
  readonly indexes: readonly number[];
}

/** The leaving meetings in their own windows; all other time is as it is, and everybody in a meeting is busy. */
function replanning(caseload: Caseload, leaving: ReadonlySet<string>) {
  const standing = standingIn(caseload);
  const isLeaving = (meeting: Pick<StandingMeeting, 'group' | 'index'>) => leaving.has(nameOf(meeting));
  const moved = new Set(standing.filter(isLeaving).map(({ group }) => group));
  const groups = caseload.groups.filter(({ id }) => moved.has(id));
  const kept = standing.filter((meeting) => !isLeaving(meeting));
  return {
    questions: Caseload.of({
      zone: caseload.zone,
      closedDays: caseload.closedDays,
      weighed: caseload.weighed,
      people: withMeetings(caseload, kept, groups),
      groups: groups.map((group) => replanned(group, (index) => isLeaving({ group: group.id, index }))),
    }),
    rows: groups.map((group): Row => ({ group: group.id, indexes: indexesOf(group) })),
  };
}

const indexesOf = ({ fixed = [] }: PlannedGroup): readonly number[] =>
  fixed.map(({ index }) => index).sort((a, b) => a - b);

function replanned(group: PlannedGroup, isLeaving: (index: number) => boolean): PlannedGroup {
  const indexes = indexesOf(group);
  return {
    ...group,
    offsetsMonths: indexes.map((index) => group.offsetsMonths[index] ?? 0),
    fixed: (group.fixed ?? [])
      .filter(({ index }) => !isLeaving(index))
      .map(({ index, start }) => ({ index: indexes.indexOf(index), start })),
  };
}

function withMeetings(
  { people }: Caseload,
  kept: readonly StandingMeeting[],
  groups: readonly PlannedGroup[],
): Caseload['people'] {
  const needed = new Set(groups.flatMap(({ core, network }) => [...core, ...network]));
  return people
    .filter(({ id }) => needed.has(id))
    .map((person) => ({ ...person, busy: [...(person.busy ?? []), ...timesOf(person, kept)] }));
}

const timesOf = (person: PlannedPerson, kept: readonly StandingMeeting[]): readonly BusyTime[] =>
  kept
    .filter(({ core, network }) => core.includes(person.id) || network.includes(person.id))
    .map((meeting) => timeOf(meeting, person));

const lastMinute = 24 * 60 - 1;

/** With the way there and back, for a meeting at home. */
function timeOf({ span: { day, start, minutes }, atHome }: StandingMeeting, person: PlannedPerson): BusyTime {
  const way = atHome ? (person.travelMinutes ?? 0) : 0;
  return {
    from: { day, time: TimeOfDay.ofMinutes(Math.max(0, start.minutes - way)) },
    until: { day, time: TimeOfDay.ofMinutes(Math.min(lastMinute, start.minutes + minutes + way)) },
  };
}

function outcome(
  leaving: readonly StandingMeeting[],
  plan: Plan,
  rows: readonly Row[],
): Pick<Repair, 'moves' | 'stuck'> {
  const indexes = new Map(rows.map((row) => [row.group, row.indexes]));
  const own = (one: { readonly group: string; readonly index: number }) =>
    nameOf({ group: one.group, index: indexes.get(one.group)?.[one.index] ?? one.index });
  const planned = new Map(plan.meetings.map((meeting) => [own(meeting), meeting]));
  const unplaced = new Map(plan.unplaced.map((meeting) => [own(meeting), meeting]));
  const moves = leaving.flatMap((meeting): readonly Move[] => {
    const found = planned.get(nameOf(meeting));
    if (!found || isSameTime(found.span, meeting.span)) return [];
    return [{ meeting, to: found.span, absent: found.absent }];
  });
  const stuck = leaving.flatMap((meeting): readonly StuckMeeting[] => {
    const found = unplaced.get(nameOf(meeting));
    return found ? [{ meeting, why: found.why }] : [];
  });
  return { moves, stuck };
}

const isSameTime = (one: Span, other: Span): boolean => one.day.equals(other.day) && one.start.equals(other.start);
