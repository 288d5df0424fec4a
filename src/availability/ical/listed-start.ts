import type { Stretch } from '../domain/busy-times';
import type { Clocks } from './clocks';
import { isPeriod, isTime, type Period, type Property, type Time } from './library';

/** A start that an event lists beside its rules. */
export interface ListedStart {
  readonly start: Time;
  readonly moment: number;
  /** null when it takes as long as the event's others. */
  readonly end: number | null;
}

/** RDATE tells starts, or periods with an end of their own (RFC 5545 §3.8.5.2). */
export const listedIn = (property: Property, clocks: Clocks): readonly ListedStart[] =>
  property.getValues().flatMap((value: unknown): readonly ListedStart[] => {
    if (isTime(value)) return [{ start: value, moment: clocks.momentOf(property, value), end: null }];
    if (!isPeriod(value)) return [];
    const { from, until } = stretchOf(value, property, clocks);
    return [{ start: value.start, moment: from, end: until }];
  });

/** From a period's start to its end, or for as long as it says. */
export function stretchOf({ start, end, duration }: Period, property: Property, clocks: Clocks): Stretch {
  const from = clocks.momentOf(property, start);
  return { from, until: ends(end) ? clocks.momentOf(property, end) : from + duration.toSeconds() * 1000 };
}

// The library's types say that a period always has an end; with a duration it has none.
const ends = (end: Time | null): end is Time => end !== null;
