import type { WallClock } from './clocks';
import { type Recur, type Time, wallOf } from './library';

/** The times that are asked for, in milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** What repeats: from when, by which rule, on which clock, and how long each time takes. */
export interface Repeating {
  readonly start: Time;
  readonly clock: WallClock;
  /** Milliseconds. */
  readonly length: number;
  readonly rule: Recur;
  /** The moment of the last start that counts; null when the rule does not say. */
  readonly lastStart: number | null;
}

// Milliseconds: no two clocks on earth are further apart.
const clocksApart = 26 * 60 * 60 * 1000;

/** The starts within the window, one after the other; a rule that never ends is cut off at the window's end. */
export function* startsWithin(repeating: Repeating, window: Window): Generator<Time> {
  const { clock, length, rule, lastStart } = repeating;
  const end = Math.min(window.until, (lastStart ?? Infinity) + 1);
  if (end <= window.from - length) return;
  const steps = rule.iterator(forwarded(repeating, window.from - length - clocksApart));
  for (;;) {
    const time = nextOf(steps);
    if (time === null) return;
    // Clocks are asked only where their answer can matter.
    if (wallOf(time) < window.from - length - clocksApart) continue;
    const moment = clock(time);
    if (moment >= end) return;
    yield time.clone();
  }
}

// The library's types do not say that there may be no next time.
const nextOf = (steps: { next(): Time | null }): Time | null => steps.next();

interface Stride {
  readonly days?: number;
  readonly months?: number;
}

const dayLength = 24 * 60 * 60 * 1000;

/**
 * A start closer to the moment from which the same times follow: the library counts every step, and a meeting of twenty
 * years' standing has thousands. Rules that count their times, or that lean on the first one's weekday, are left alone.
 */
function forwarded({ start, rule }: Repeating, moment: number): Time {
  const { days = 0, months = 0 } = strideOf(start, rule);
  const length = days * dayLength + months * 31 * dayLength;
  const strides = length === 0 ? 0 : Math.max(0, Math.floor((moment - wallOf(start)) / length));
  const near = start.clone();
  near.adjust(strides * days, 0, 0, 0);
  const monthsOn = near.month - 1 + strides * months;
  near.year += Math.floor(monthsOn / 12);
  near.month = (monthsOn % 12) + 1;
  return near;
}

function strideOf(start: Time, rule: Recur): Stride {
  if (rule.isByCount() || rule.getComponent('BYWEEKNO').length > 0) return {};
  const { interval } = rule;
  switch (rule.freq) {
    case 'MONTHLY':
      return { months: interval * (start.day > 28 ? 48 : 1) };
    case 'YEARLY':
      return { months: 12 * interval * (start.day > 28 ? 4 : 1) };
    case 'WEEKLY':
      return { days: 7 * interval };
    default:
      return { days: interval };
  }
}
