import type { Axis } from './axis';
import type { Measure } from './measure';
import type { Measuring } from './measuring';

/** Everything the picture says, in the reader's language. */
export interface StarWords {
  readonly title: string;
  readonly description: string;
  /** The days of each measuring: "12 april 2027". */
  readonly now: string;
  readonly before: string;
  readonly outwards: string;
  readonly gap: string;
  readonly reversed: string;
  readonly label: (axis: Axis) => string;
  /** "6 av 10", with the word for old and with whose it is when several have said. */
  readonly value: (measure: Measure, axis: Axis) => string;
}

/** What is drawn: the latest measuring and at most one earlier. */
export interface DrawnStar {
  readonly axes: readonly Axis[];
  readonly now: Measuring | null;
  readonly before: Measuring | null;
}

/** `named` has each axis's name and values beside it; `numbered` is for narrow windows, with the names in a list. */
export type StarStyle = 'named' | 'numbered';
