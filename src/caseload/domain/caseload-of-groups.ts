import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { TimeOfDay } from '../../kernel/time-of-day';
import { Caseload } from '../../planning/domain/caseload';
import type { PlannedPerson, WeighedDay } from '../../planning/domain/caseload-parts';
import { groupOf, type GroupQuestion } from '../../planning/domain/propose-year';
import { windowDays } from '../../planning/domain/year-wishes';

/** A group whose year is to be planned together with others'. */
export interface WishingGroup extends GroupQuestion {
  readonly id: string;
}

export interface Period {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** The days that any meeting of these groups may lie on; the groups are at least one. */
export function periodOf(groups: readonly WishingGroup[], today: CalendarDate): Period {
  const from = groups.map(({ wishes }) => wishes.start.plusDays(-windowDays));
  const until = groups.map(({ wishes }) => wishes.start.plusMonths(wishes.parts.horizonMonths).plusDays(windowDays));
  return {
    from: from.reduce((first, day) => (day.isBefore(first) ? day : first), from[0] ?? today),
    until: until.reduce((last, day) => (last.isBefore(day) ? day : last), until[0] ?? today),
  };
}

/** The same days, a month or less at a time. */
export function monthsIn({ from, until }: Period): readonly Period[] {
  const next = from.plusMonths(1);
  if (!next.isBefore(until)) return [{ from, until }];
  return [{ from, until: next.plusDays(-1) }, ...monthsIn({ from: next, until })];
}

interface Hours {
  readonly earliest: TimeOfDay;
  readonly latest: TimeOfDay;
}

/** Everybody in the groups, each once, with the widest hours that any of their groups wants to meet in. */
export function peopleIn(groups: readonly WishingGroup[]): ReadonlyMap<string, Hours> {
  const people = new Map<string, Hours>();
  for (const { core, network, wishes } of groups)
    for (const id of [...core, ...network]) people.set(id, widest(wishes, people.get(id)));
  return people;
}

function widest({ earliest, latest }: Hours, other: Hours | undefined): Hours {
  if (!other) return { earliest, latest };
  return {
    earliest: earliest.isBefore(other.earliest) ? earliest : other.earliest,
    latest: other.latest.isBefore(latest) ? latest : other.latest,
  };
}

export interface GroupsTogether {
  readonly zone: string;
  readonly groups: readonly WishingGroup[];
  readonly people: readonly PlannedPerson[];
  readonly calendar: SwedishCalendar;
  readonly weighed: readonly WeighedDay[];
}

export const caseloadOf = ({ zone, groups, people, calendar, weighed }: GroupsTogether): Caseload =>
  Caseload.of({
    zone,
    closedDays: calendar.ownClosedDays,
    people,
    groups: groups.map((group) => groupOf(group.id, group)),
    weighed,
  });
