/** What one network member who cannot come adds to the cost. */
export const absenceCost = 10;

// Powers of two, so that every sum below 2^53 is exact: 2,000 meetings unplaced, and 60 meetings' sum of all the rest.
const costUnit = 2 ** 17;
const outOfMonth = 2 ** 35;

/** What a meeting weighs that is left unplaced: more than anything that can be said of a time. */
export const unplacedWeight = 2 ** 42;

export const absenceWeight = absenceCost * costUnit;

interface Judged {
  readonly isOutOfMonth: boolean;
  readonly isOffWeekday: boolean;
  /** Days from the target. */
  readonly distance: number;
}

/**
 * One number for how good a time is; less is better, and what comes first outweighs all that follows: outside the month
 * it should keep, the cost, another weekday than the target's, days from the target.
 */
export const weightOf = ({ isOutOfMonth, isOffWeekday, distance }: Judged, cost: number): number =>
  (isOutOfMonth ? outOfMonth : 0) + cost * costUnit + (isOffWeekday ? 512 : 0) + distance;

/** So many units of cost, to be held against weights. */
export const weightOfCost = (cost: number): number => cost * costUnit;
