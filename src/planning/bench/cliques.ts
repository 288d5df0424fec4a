interface Span {
  readonly start: number;
  readonly end: number;
}

/** The largest sets of spans that all share a moment: one for each end that follows upon a start. */
export function largestOverlaps<T extends Span>(spans: readonly T[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  let open: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const left = open.filter(({ end }) => end > span.start);
    if (left.length < open.length) found.push(open);
    open = [...left, span];
  }
  if (open.length > 0) found.push(open);
  return found;
}
