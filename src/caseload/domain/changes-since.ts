import type { SwedishCalendar } from '../../availability/domain/swedish-calendar';
import { CalendarDate } from '../../kernel/calendar-date';
import type { Span } from '../../kernel/in-words';
import { TimeOfDay } from '../../kernel/time-of-day';
import type { PlannedPerson } from '../../planning/domain/caseload-parts';
import type { ProposedMeeting } from '../../planning/domain/year-plan';
import type { YearWishesParts } from '../../planning/domain/year-wishes';
import { whyAway } from './clashes';
import type { ChosenTime, RunGroup } from './run-group';

/** What became otherwise after a group's year was planned, so that it cannot be booked as it was proposed. */
export type Change =
  | { readonly kind: 'booked' }
  | { readonly kind: 'resting' }
  | { readonly kind: 'people' }
  | { readonly kind: 'wishes' }
  | { readonly kind: 'passed' | 'closed'; readonly day: CalendarDate }
  | { readonly kind: 'away'; readonly day: CalendarDate; readonly people: readonly string[] };

/** The group as it is now. */
export interface GroupNow {
  readonly hasMeetings: boolean;
  readonly isMeeting: boolean;
  readonly core: readonly string[];
  readonly network: readonly string[];
  /** null as long as nobody has wished anything. */
  readonly wishes: YearWishesParts | null;
  readonly chosen: readonly ChosenTime[];
  readonly people: ReadonlyMap<string, PlannedPerson>;
  readonly calendar: SwedishCalendar;
  readonly today: CalendarDate;
}

type Rule = (planned: RunGroup, now: GroupNow) => readonly Change[];

const rules: readonly Rule[] = [bookedSince, atRest, otherPeople, otherWishes, daysGone, peopleAway];

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

function daysGone({ proposal }: RunGroup, { calendar, today }: GroupNow): readonly Change[] {
  return (proposal?.meetings ?? []).flatMap((meeting): readonly Change[] => {
    const day = CalendarDate.of(meeting.day);
    if (!today.isBefore(day)) return [{ kind: 'passed', day }];
    return meeting.chosen || calendar.isOpen(day) ? [] : [{ kind: 'closed', day }];
  });
}

/** Those who were to come and cannot any more. Who the plan already said would be absent is no news. */
function peopleAway({ basis, proposal }: RunGroup, { people }: GroupNow): readonly Change[] {
  return (proposal?.meetings ?? []).flatMap((meeting): readonly Change[] => {
    if (meeting.chosen) return [];
    const span = spanOf(meeting, basis.wishes);
    const coming = [...basis.core, ...basis.network].filter((id) => !meeting.absent.includes(id));
    const away = coming.filter((id) => isAway(people.get(id), span));
    return away.length > 0 ? [{ kind: 'away', day: span.day, people: away }] : [];
  });
}

const isAway = (person: PlannedPerson | undefined, span: Span): boolean =>
  person !== undefined && whyAway(person, span) !== null;

export const spanOf = ({ day, start }: Pick<ProposedMeeting, 'day' | 'start'>, { minutes }: YearWishesParts): Span => ({
  day: CalendarDate.of(day),
  start: TimeOfDay.of(start),
  minutes,
});

// Plain values from the same columns: the same text means the same.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
