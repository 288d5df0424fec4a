import { CalendarDate } from '../../kernel/calendar-date';
import type { Proposal } from '../../planning/domain/year-plan';

/** What a proposal costs, in the things that people notice. */
export interface ProposalCost {
  readonly meetings: number;
  readonly unplaced: number;
  /** How often somebody of the network cannot come. */
  readonly absences: number;
  /** Days between the meetings and what they aimed at, added up. */
  readonly days: number;
}

export function costOf({ meetings, gaps }: Proposal): ProposalCost {
  return {
    meetings: meetings.length,
    unplaced: gaps.length,
    absences: meetings.reduce((sum, { absent }) => sum + absent.length, 0),
    days: meetings.reduce((sum, { target, day }) => sum + distance(target, day), 0),
  };
}

export function totalOf(costs: readonly ProposalCost[]): ProposalCost {
  const add = (pick: (cost: ProposalCost) => number): number => costs.reduce((sum, cost) => sum + pick(cost), 0);
  return {
    meetings: add(({ meetings }) => meetings),
    unplaced: add(({ unplaced }) => unplaced),
    absences: add(({ absences }) => absences),
    days: add(({ days }) => days),
  };
}

const distance = (target: string, day: string): number =>
  Math.abs(CalendarDate.of(target).daysUntil(CalendarDate.of(day)));
