import type { CalendarDate } from '../../kernel/calendar-date';
import type { PersonId } from '../../kernel/identifiers';
import type { Picture } from './picture';

/** `otherwise`: the house already keeps why, such as the reason for an unusual size. */
export type Answer = 'yes' | 'not-yet' | 'otherwise' | 'does-not-apply-yet';

/** One thing that an answer rests on; the words are `method.fact.<said>`, filled with the values. */
export interface Fact {
  readonly said: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** Shown by name under `{people}`. */
  readonly people?: readonly PersonId[];
  /** Shown in words under `{days}`. */
  readonly days?: readonly CalendarDate[];
  /** Keys of standing agenda items, shown by title under `{items}`. */
  readonly items?: readonly string[];
}

export interface Finding {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
}

/** One line of the method, asked of what is kept about a group. */
export type Rule = (picture: Picture) => Finding;

export const fact = (said: string, given: Omit<Fact, 'said'> = {}): Fact => ({ said, ...given });

export const yes = (...facts: readonly Fact[]): Finding => ({ answer: 'yes', facts });
export const notYet = (...facts: readonly Fact[]): Finding => ({ answer: 'not-yet', facts });
export const otherwise = (...facts: readonly Fact[]): Finding => ({ answer: 'otherwise', facts });
export const notApplying = (...facts: readonly Fact[]): Finding => ({ answer: 'does-not-apply-yet', facts });

/** Yes when nothing is wrong; otherwise not yet, with all that is. */
export const yesUnless = (wrong: readonly Fact[], right: Fact): Finding =>
  wrong.length === 0 ? yes(right) : notYet(...wrong);

/** A fact about people, when there are any. */
export const factAbout = (said: string, people: readonly PersonId[]): readonly Fact[] =>
  people.length === 0 ? [] : [fact(said, { people: [...new Set(people)] })];

/** A fact about days, when there are any. */
export const factOn = (said: string, days: readonly CalendarDate[]): readonly Fact[] =>
  days.length === 0 ? [] : [fact(said, { days })];
