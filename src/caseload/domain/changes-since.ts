import { CalendarDate } from '../../kernel/calendar-date';
import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import { dayGone, type Overtaken, peopleAway, type PresentTime } from '../../planning/domain/overtaken';
import type { ProposedMeeting } from '../../planning/domain/year-plan';
import type { YearWishesParts } from '../../planning/domain/year-wishes';
import type { ChosenTime, RunGroup } from './run-group';

/** What became otherwise after a group's year was planned, so that it cannot be booked as it was proposed. */
export type Change =
  | { readonly kind: 'booked' }
  | { readonly kind: 'resting' }
  | { readonly kind: 'people' }
  | { readonly kind: 'wishes' }
  | Overtaken;

/** The group as it is now. */
export interface GroupNow extends PresentTime {
  readonly hasMeetings: boolean;
  readonly isMeeting: boolean;
  /** null as long as nobody has wished anything. */
  readonly wishes: YearWishesParts | null;
  readonly chosen: readonly ChosenTime[];
}

type Rule = (planned: RunGroup, now: GroupNow) => readonly Change[];

const rules: readonly Rule[] = [bookedSince, atRest, otherPeople, otherWishes, daysGone, peopleGone];

export const changesSince = (planned: RunGroup, now: GroupNow): readonly Change[] =>
  rules.flatMap((rule) => rule(planned, now));

function bookedSince(_: RunGroup, { hasMeetings }: GroupNow): readonly Change[] {
  return hasMeetings ? [{ kind: 'booked' }] : [];
}

function atRest(_: RunGroup, { isMeeting }: GroupNow): readonly Change[] {
  return isMeeting ? [] : [{ kind: 'resting' }];
}

function otherPeople({ basis }: RunGroup, now: GroupNow): readonly Change[] {
  return isSame(basis.core, now.core) && isSame(basis.network, now.network) ? [] : [{ kind: 'people' }];
}

function otherWishes({ basis }: RunGroup, now: GroupNow): readonly Change[] {
  const before = basis.isByDefault ? null : basis.wishes;
  return isSame(before, now.wishes) && isSame(basis.chosen, now.chosen) ? [] : [{ kind: 'wishes' }];
}

function daysGone({ proposal }: RunGroup, now: GroupNow): readonly Change[] {
  return (proposal?.meetings ?? []).flatMap((meeting) => dayGone(meeting, now));
}

function peopleGone({ basis, proposal }: RunGroup, { people }: GroupNow): readonly Change[] {
  return (proposal?.meetings ?? []).flatMap((meeting) => peopleAway(meeting, basis.wishes, { ...basis, people }));
}

export const spanOf = ({ day, start }: Pick<ProposedMeeting, 'day' | 'start'>, { minutes }: YearWishesParts): Span => ({
  day: CalendarDate.of(day),
  start: TimeOfDay.of(start),
  minutes,
});

// Plain values from the same columns: the same text means the same.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
