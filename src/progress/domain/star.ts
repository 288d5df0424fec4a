import type { CalendarDate } from '../../kernel/calendar-date';
import type { Axis } from './axis';
import type { Measure } from './measure';
import { type Measuring, measuringsOf } from './measuring';
import { axesOf, everyAxisOf, type StarChoice, type StarPattern } from './star-pattern';

/** A group's quality star: what is measured and every value there is. It adds nothing up and interprets nothing. */
export class Star {
  /** In the order they are drawn. */
  readonly axes: readonly Axis[];
  /** Oldest first; only values that count. */
  readonly measurings: readonly Measuring[];

  constructor(
    readonly pattern: StarPattern,
    readonly choice: StarChoice,
    /** Also those that were taken back. */
    readonly measures: readonly Measure[],
  ) {
    this.axes = axesOf(pattern, choice);
    this.measurings = measuringsOf(measures, pattern.measuringDays);
  }

  get latest(): Measuring | null {
    return this.measurings.at(-1) ?? null;
  }

  /** The one before the latest, or the chosen one; there is never more than one. */
  earlier(chosen: number | null = null): Measuring | null {
    const before = this.measurings.slice(0, -1);
    return before.find(({ number }) => number === chosen) ?? (chosen === null ? (before.at(-1) ?? null) : null);
  }

  /** The axis a value belongs to, also when it is no longer drawn. */
  axisOf({ axis: key }: Measure): Axis | null {
    return everyAxisOf(this.pattern, this.choice).find((axis) => axis.key === key) ?? null;
  }

  isOld(measure: Measure, today: CalendarDate): boolean {
    return measure.isOld(today, this.pattern.oldAfterMonths);
  }
}
