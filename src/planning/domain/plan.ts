import type { CalendarDate } from '../../kernel/calendar-date';
import type { Span } from '../../kernel/in-words';
import type { DayName } from '../../availability/domain/swedish-calendar';

/** One thing to say about a meeting: the words are `plan.<rule>`, filled with the values, people and day name. */
export interface Reason {
  readonly rule: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Person ids, shown under `{people}`. */
  readonly people?: readonly string[];
  /** Shown under `{name}`. */
  readonly name?: DayName;
}

export interface PlannedMeeting {
  readonly group: string;
  readonly index: number;
  readonly target: CalendarDate;
  readonly span: Span;
  readonly isFixed: boolean;
  /** Network members who cannot come, by person id, in the group's order. */
  readonly absent: readonly string[];
}

export interface UnplacedMeeting {
  readonly group: string;
  readonly index: number;
  readonly target: CalendarDate;
  /** Together these exclude every time; no smaller set was found. */
  readonly why: readonly Reason[];
}

export interface PlanCost {
  readonly unplaced: number;
  /** 10 for each absent network member and 1 for each day from the target. */
  readonly soft: number;
  /** Weighed days and times outside what a group prefers. */
  readonly wishes: number;
}

export interface Plan {
  readonly meetings: readonly PlannedMeeting[];
  readonly unplaced: readonly UnplacedMeeting[];
  readonly cost: PlanCost;
}
