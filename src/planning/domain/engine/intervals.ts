export interface Interval {
  readonly from: number;
  readonly until: number;
}

/** Sorted, with touching and overlapping ones made one. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const result: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && next.from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, next.until) };
    else result.push(next);
  }
  return result;
}

/** Whether one of the merged intervals shares a minute with [from, until). */
export function touches(intervals: readonly Interval[], { from, until }: Interval): boolean {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((intervals[middle]?.until ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  return (intervals[low]?.from ?? Infinity) < until;
}
