import type { ResourceGroup } from '../../groups/domain/resource-group';
import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { Deputy } from '../../meetings/domain/deputy';
import type { Meeting } from '../../meetings/domain/meeting';
import type { YearPlan } from '../../planning/domain/year-plan';
import type { YearWishesParts } from '../../planning/domain/year-wishes';
import { chosenIn, type GroupBasis } from './run-group';

/**
 * How a group stands: not made yet, at rest, without wishes of its own, with a year that was proposed, or with meetings
 * that are booked.
 */
export type GroupStanding = 'forming' | 'resting' | 'unwished' | 'proposed' | 'booked';

export interface GroupInCaseload {
  readonly group: ResourceGroup;
  readonly meetings: readonly Meeting[];
  /** Who stands in for somebody at one of them. */
  readonly deputies: readonly Deputy[];
  readonly plan: YearPlan | null;
  /** Its own, or those its profile begins with. */
  readonly wishes: YearWishesParts;
}

export function standingOf({
  group,
  meetings,
  plan,
}: Pick<GroupInCaseload, 'group' | 'meetings' | 'plan'>): GroupStanding {
  if (group.state === 'forming') return 'forming';
  if (isAtRest(group)) return 'resting';
  if (meetings.length > 0) return 'booked';
  return plan === null ? 'unwished' : 'proposed';
}

export const isAtRest = ({ state }: ResourceGroup): boolean => state === 'resting' || state === 'ended';

/** What is booked is never planned anew together with others: it stays where it is. */
export const isPlannable = (one: GroupInCaseload): boolean => ['unwished', 'proposed'].includes(standingOf(one));

/** Whether everybody has been told of every meeting as it stands. */
export const isAllTold = ({ meetings }: Pick<GroupInCaseload, 'meetings'>): boolean =>
  !meetings.some(({ state }) => state === 'planned' || state === 'moved');

/** The day of the last meeting that takes anybody's time. */
export const bookedUntil = ({ meetings }: Pick<GroupInCaseload, 'meetings'>): CalendarDate | null =>
  meetings
    .filter(({ takesTime }) => takesTime)
    .reduce<CalendarDate | null>((last, { day }) => (last === null || last.isBefore(day) ? day : last), null);

/** The core trio, and the network beside it, by person id. */
export interface Seats {
  readonly core: readonly PersonId[];
  readonly network: readonly PersonId[];
}

export function seatsOf({ counted }: ResourceGroup): Seats {
  const inNetwork = (isNetwork: boolean): readonly PersonId[] =>
    counted.filter(({ part }) => (part === 'network') === isNetwork).map(({ personId }) => personId);
  return { core: inNetwork(false), network: inNetwork(true) };
}

/** The room or link that the group wishes for is needed like one of the core trio. */
export function basisOf({ group, plan, wishes }: GroupInCaseload): GroupBasis {
  const { core, network } = seatsOf(group);
  const things = wishes.thingId === undefined ? [] : [wishes.thingId];
  return { wishes, isByDefault: plan === null, core: [...core, ...things], network, chosen: chosenIn(plan?.proposal) };
}
