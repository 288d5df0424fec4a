import type { CalendarDate, Weekday } from '../../kernel/calendar-date';
import type { TimeOfDay } from '../../kernel/time-of-day';
import type { ClosedDay, DayName, WeighingWhy } from '../../availability/domain/swedish-calendar';

export interface DayInterval {
  readonly from: TimeOfDay;
  readonly until: TimeOfDay;
}

/** A weekday that is not there is a day off. */
export type WorkingHours = ReadonlyMap<Weekday, readonly DayInterval[]>;

/** What a wall clock in the caseload's zone shows. */
export interface WallTime {
  readonly day: CalendarDate;
  readonly time: TimeOfDay;
}

export interface BusyTime {
  readonly from: WallTime;
  readonly until: WallTime;
}

export interface PlannedPerson {
  readonly id: string;
  /** Left out: Monday to Friday 08:00–17:00. */
  readonly hours?: WorkingHours;
  readonly busy?: readonly BusyTime[];
  /** Meetings a day. */
  readonly maxPerDay?: number;
  /** Kept free of all else before and after a meeting at home; may lie outside the hours. */
  readonly travelMinutes?: number;
  /** A room or a link, which is planned like a person whom the meeting cannot do without. */
  readonly isThing?: boolean;
}

export interface FixedMeeting {
  readonly index: number;
  readonly start: WallTime;
}

/** A meeting outside these weekdays or hours costs this much more. */
export interface PreferredTime {
  readonly weekdays?: readonly Weekday[];
  readonly from?: TimeOfDay;
  readonly to?: TimeOfDay;
  readonly cost: number;
}

export interface PlannedGroup {
  readonly id: string;
  readonly core: readonly string[];
  readonly network: readonly string[];
  readonly start: CalendarDate;
  readonly offsetsMonths: readonly number[];
  readonly minutes: number;
  readonly windowDays: number;
  readonly earliest: TimeOfDay;
  readonly latest: TimeOfDay;
  readonly stepMinutes: number;
  readonly fixed?: readonly FixedMeeting[];
  /** A meeting stays in its target's calendar month if any time there works. */
  readonly keepMonth?: boolean;
  readonly preferred?: PreferredTime;
  /** The group meets at somebody's home, and its people travel there. */
  readonly atHome?: boolean;
}

/** A day a meeting may lie on, at a cost. */
export interface WeighedDay {
  readonly day: CalendarDate;
  readonly cost: number;
  readonly why: WeighingWhy | 'other';
  readonly name?: DayName;
}

export interface CaseloadParts {
  readonly zone: string;
  readonly closedDays?: readonly ClosedDay[];
  readonly people: readonly PlannedPerson[];
  readonly groups: readonly PlannedGroup[];
  readonly weighed?: readonly WeighedDay[];
}
