import { CalendarDate } from '../kernel/calendar-date';
import { TimeOfDay } from '../kernel/time-of-day';
import type { ProposedMeeting, YearPlan } from '../planning/domain/year-plan';

/** A group's plan as the plan command writes plans: ids only, wall times in the group's zone. */
export interface PlanOfYear {
  readonly meetings: readonly {
    readonly group: string;
    readonly index: number;
    readonly target: string;
    readonly start: string;
    readonly end: string;
    readonly absent: readonly string[];
  }[];
  readonly unplaced: readonly { readonly group: string; readonly index: number; readonly why: string }[];
  readonly cost: { readonly unplaced: number; readonly soft: number };
  readonly seconds: number;
}

/** Only a plan without gaps is booked, so nothing in it is unplaced. */
export const planOfYear = ({ groupId: group, wishes, proposal }: YearPlan, seconds: number): PlanOfYear => ({
  meetings: proposal.meetings.map(({ index, target, day, start, absent }) => ({
    group,
    index,
    target,
    start: `${day}T${start}`,
    end: `${day}T${TimeOfDay.of(start).plusMinutes(wishes.minutes).toString()}`,
    absent,
  })),
  unplaced: [],
  cost: { unplaced: 0, soft: proposal.meetings.reduce((sum, meeting) => sum + softCost(meeting), 0) },
  seconds,
});

const softCost = ({ absent, target, day }: ProposedMeeting): number =>
  10 * absent.length + Math.abs(CalendarDate.of(target).daysUntil(CalendarDate.of(day)));
