import type { CalendarDate, Weekday } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { TimeOfDay } from '../../kernel/time-of-day';
import { merged, type Stretch } from './busy-times';
import { type HoursOfPerson, type Taken, wallText } from './personal-hours';
import type { DaySpan } from './recurring-busy';

/** What people say of a day when they are asked; each part is some hours of the organisation's wall clock. */
export type DayPart = 'morning' | 'afternoon' | 'evening';
export const dayParts: readonly DayPart[] = ['morning', 'afternoon', 'evening'];

export const hoursOfPart: Readonly<Record<DayPart, Pick<HoursOfPerson, 'opens' | 'closes'>>> = {
  morning: { opens: TimeOfDay.of('08:00'), closes: TimeOfDay.of('12:00') },
  afternoon: { opens: TimeOfDay.of('12:00'), closes: TimeOfDay.of('16:00') },
  evening: { opens: TimeOfDay.of('16:00'), closes: TimeOfDay.of('19:00') },
};

/** "Tuesday afternoons". */
export interface UsualTime {
  readonly weekday: Weekday;
  readonly part: DayPart;
}

/** What somebody says of their time when they are asked. */
export interface SaidTimes {
  readonly suits: readonly UsualTime[];
  /** Each by its Monday. */
  readonly never: readonly CalendarDate[];
}

export interface PatternParts extends SaidTimes {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly answeredAt: Instant;
  readonly overruledAt: Instant | null;
}

// Two years of weeks; a year of them is offered.
const mostWeeks = 104;

/** What one person has said themselves of when it usually suits them, and in which weeks it never does. */
export class Pattern implements PatternParts {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId;
  readonly suits: readonly UsualTime[];
  readonly never: readonly CalendarDate[];
  readonly answeredAt: Instant;
  /** When a coordinator noted other hours; the weeks hold all the same. */
  readonly overruledAt: Instant | null;

  constructor({ organisationId, personId, suits, never, answeredAt, overruledAt }: PatternParts) {
    if (suits.length === 0) throw new DomainError('patternEmpty', { field: 'suits1' });
    if (never.length > mostWeeks || never.some(({ weekday }) => weekday !== 1))
      throw new DomainError('fieldNotChosen', { field: 'never' });
    this.organisationId = organisationId;
    this.personId = personId;
    this.suits = suits;
    this.never = never.toSorted((a, b) => (a.isBefore(b) ? -1 : 1));
    this.answeredAt = answeredAt;
    this.overruledAt = overruledAt;
  }

  /** The hours are the person's until others are noted. */
  get holds(): boolean {
    return this.overruledAt === null;
  }

  suitsOn(weekday: Weekday): readonly DayPart[] {
    return dayParts.filter((part) => this.suits.some((one) => one.weekday === weekday && one.part === part));
  }

  /** Parts of a day that touch are one stretch: a meeting may begin in the one and end in the other. */
  get hours(): readonly HoursOfPerson[] {
    const weekdays = [...new Set(this.suits.map(({ weekday }) => weekday))].sort();
    return weekdays.flatMap((weekday) =>
      merged(this.suitsOn(weekday).map(stretchOf)).map(({ from, until }) => ({
        personId: this.personId,
        weekday,
        opens: TimeOfDay.ofMinutes(from),
        closes: TimeOfDay.ofMinutes(until),
      })),
    );
  }

  takenIn({ from, until }: DaySpan): readonly Taken[] {
    return this.never
      .filter((monday) => !until.isBefore(monday) && from.isBefore(monday.plusDays(7)))
      .map((monday) => ({
        personId: this.personId,
        starts: wallText(monday, midnight),
        ends: wallText(monday.plusDays(7), midnight),
      }));
  }
}

const midnight = TimeOfDay.ofMinutes(0);

const stretchOf = (part: DayPart): Stretch => {
  const { opens, closes } = hoursOfPart[part];
  return { from: opens.minutes, until: closes.minutes };
};

/** Whatever was said last: somebody's own answer, or the hours a coordinator noted after it. */
export function hoursThatHold(noted: readonly HoursOfPerson[], patterns: readonly Pattern[]): readonly HoursOfPerson[] {
  const said = patterns.filter(({ holds }) => holds);
  const sayers = new Set(said.map(({ personId }) => personId));
  return [...noted.filter(({ personId }) => !sayers.has(personId)), ...said.flatMap(({ hours }) => hours)];
}

/** The weeks somebody may say never to, by their Mondays: from the one after `today`, for a year. */
export const weeksAhead = (today: CalendarDate): readonly CalendarDate[] =>
  Array.from({ length: 53 }, (_, week) => today.plusDays(8 - today.weekday + 7 * week));
