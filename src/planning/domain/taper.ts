import { DomainError } from '../../kernel/domain-error';

const longest = 36;
const most = 60;
const defaultIntervals = [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 12, 12];

export type Phase = 'monthly' | 'everySecondMonth' | 'quarterly' | 'yearly';

/** How the meetings of a group thin out: the months between one meeting and the next; the last interval repeats. */
export class Taper {
  readonly intervals: readonly number[];

  constructor(intervals: readonly number[] = defaultIntervals) {
    if (intervals.length < 1 || intervals.length > most)
      throw new DomainError('taperLengthOutOfRange', {
        field: 'intervals',
        given: intervals.length,
        min: 1,
        max: most,
      });
    for (const months of intervals)
      requireWhole('intervalOutOfRange', { field: 'intervals', given: months, max: longest });
    this.intervals = [...intervals];
  }

  /** The months from the first meeting to each meeting before the horizon; the first is always 0. */
  offsets(horizonMonths: number): readonly number[] {
    requireWhole('horizonOutOfRange', { field: 'horizonMonths', given: horizonMonths, max: 120 });
    const offsets: number[] = [];
    for (let offset = 0; offset < horizonMonths; offset += this.intervalAfter(offsets.length - 1)) offsets.push(offset);
    return offsets;
  }

  averagePerYear(years: number): number {
    return this.offsets(years * 12).length / years;
  }

  /** As it goes on when so many meetings have been. */
  after(meetings: number): Taper {
    return new Taper(this.intervals.slice(Math.min(meetings, this.intervals.length - 1)));
  }

  /** An index past the end first repeats the last interval up to it. */
  withInterval(index: number, months: number): Taper {
    if (!Number.isInteger(index) || index < 0 || index >= most)
      throw new DomainError('taperLengthOutOfRange', { given: index + 1, min: 1, max: most });
    const length = Math.max(this.intervals.length, index + 1);
    return new Taper(Array.from({ length }, (_, at) => (at === index ? months : this.intervalAfter(at))));
  }

  /** How often the group meets this many months after its first meeting. */
  phaseAt(offset: number): Phase {
    let meeting = 0;
    for (let next = this.intervalAfter(0); next <= offset; next += this.intervalAfter(meeting)) meeting += 1;
    return phaseOf(this.intervalAfter(meeting));
  }

  private intervalAfter(meeting: number): number {
    return this.intervals[Math.min(meeting, this.intervals.length - 1)] ?? longest;
  }
}

function phaseOf(months: number): Phase {
  if (months === 1) return 'monthly';
  if (months === 2) return 'everySecondMonth';
  return months <= 6 ? 'quarterly' : 'yearly';
}

interface Whole {
  readonly field: string;
  readonly given: number;
  readonly max: number;
}

function requireWhole(code: string, { field, given, max }: Whole): void {
  if (!Number.isInteger(given) || given < 1 || given > max) throw new DomainError(code, { field, given, min: 1, max });
}
