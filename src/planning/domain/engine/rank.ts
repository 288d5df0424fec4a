import type { Slot } from './slot';

/**
 * How good a row of meetings is; less is better, and an earlier number outweighs all later ones: meetings unplaced,
 * meetings outside the month they should keep, cost, meetings on another weekday than the target's, days from targets.
 */
export type Rank = readonly [unplaced: number, outOfMonth: number, cost: number, offWeekday: number, distance: number];

export const noRank: Rank = [0, 0, 0, 0, 0];

export const unplacedRank = (meetings: number): Rank => [meetings, 0, 0, 0, 0];

export const rankOf = (slot: Slot, cost: number): Rank => [
  0,
  slot.isOutOfMonth ? 1 : 0,
  cost,
  slot.isOffWeekday ? 1 : 0,
  slot.distance,
];

export const sum = (a: Rank, b: Rank): Rank => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];

export const isBetter = (a: Rank, b: Rank): boolean => compareRanks(a, b) < 0;

export const compareRanks = (a: Rank, b: Rank): number =>
  a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3] || a[4] - b[4];
