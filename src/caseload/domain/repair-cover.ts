/** Two meetings that cannot both stay, by their places in the list. */
export type Pair = readonly [number, number];

/** Knots of up to about forty meetings are solved exactly; a larger one stops here with the best choice found. */
const mostSteps = 20_000;

/** Fewer people weigh more than fewer meetings. */
const personOverMeeting = 10_000;

/**
 * Of each pair, one that gives way: together they weigh the least, and of those that weigh the same they are the
 * fewest. The same question gives the same answer.
 */
export function lightestCover(weights: readonly number[], pairs: readonly Pair[]): readonly number[] {
  const costs = weights.map((weight) => weight * personOverMeeting + 1);
  return knotsOf(pairs).flatMap((knot) => new CoverSearch(costs).best(knot));
}

/** Pairs that hang together by a meeting in common. */
function knotsOf(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  return pairs.reduce<readonly (readonly Pair[])[]>((knots, pair) => {
    const touched = knots.filter((knot) => knot.some((other) => other.some((meeting) => pair.includes(meeting))));
    return [...knots.filter((knot) => !touched.includes(knot)), [...touched.flat(), pair]];
  }, []);
}

interface Cover {
  readonly meetings: readonly number[];
  readonly cost: number;
}

const nobody: Cover = { meetings: [], cost: 0 };

/** Either a meeting gives way, or all that clash with it do. */
class CoverSearch {
  private found: Cover = { meetings: [], cost: Infinity };
  private steps = 0;

  constructor(private readonly costs: readonly number[]) {}

  best(knot: readonly Pair[]): readonly number[] {
    this.search(knot, nobody);
    return [...this.found.meetings].sort((a, b) => a - b);
  }

  private search(open: readonly Pair[], sofar: Cover): void {
    if (sofar.cost >= this.found.cost) return;
    const meeting = mostTangled(open);
    if (meeting === null) {
      this.found = sofar;
      return;
    }
    this.steps += 1;
    const ways = [[meeting], neighboursOf(meeting, open)].map((chosen) => this.with(chosen, sofar));
    for (const way of ways.sort((a, b) => a.cost - b.cost))
      if (this.steps < mostSteps || this.found.cost === Infinity) this.search(withoutThose(open, way), way);
  }

  private with(chosen: readonly number[], { meetings, cost }: Cover): Cover {
    const more = chosen.reduce((total, meeting) => total + (this.costs[meeting] ?? 0), 0);
    return { meetings: [...meetings, ...chosen], cost: cost + more };
  }
}

const withoutThose = (open: readonly Pair[], { meetings }: Cover): readonly Pair[] =>
  open.filter((pair) => !pair.some((meeting) => meetings.includes(meeting)));

const neighboursOf = (meeting: number, open: readonly Pair[]): readonly number[] => [
  ...new Set(open.filter((pair) => pair.includes(meeting)).map(([a, b]) => (a === meeting ? b : a))),
];

/** The meeting with the most clashes, the first of equals; null when no pair is left. */
function mostTangled(open: readonly Pair[]): number | null {
  const counts = new Map<number, number>();
  for (const meeting of open.flat()) counts.set(meeting, (counts.get(meeting) ?? 0) + 1);
  const ranked = [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return ranked[0]?.[0] ?? null;
}
