/** From when until when somebody is taken by a meeting, travel included; minutes since midnight. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

export interface DayOfBlocks<Meeting> {
  /** Where the person must be. */
  readonly core: readonly Meeting[];
  /** Where the person is if they can. */
  readonly network: readonly Meeting[];
  readonly maxPerDay: number;
  readonly blockOf: (meeting: Meeting) => Block;
}

/**
 * The network meetings one person can be at on one day, as many as possible: those that end first are taken first,
 * which no other choice beats when every meeting weighs the same. Of equal ends the one earlier in the list.
 */
export function mostSeated<Meeting>({ core, network, maxPerDay, blockOf }: DayOfBlocks<Meeting>): readonly Meeting[] {
  const free = network.filter((one) => !core.some((other) => meet(blockOf(one), blockOf(other))));
  if (free.length > 1) free.sort((a, b) => byEnd(blockOf(a), blockOf(b)));
  const seated: Meeting[] = [];
  let end = -Infinity;
  for (const one of free) {
    if (core.length + seated.length >= maxPerDay) break;
    const block = blockOf(one);
    if (end > block.start) continue;
    seated.push(one);
    end = block.end;
  }
  return seated;
}

export const meet = (one: Block, other: Block): boolean => one.start < other.end && other.start < one.end;

const byEnd = (a: Block, b: Block): number => a.end - b.end || a.start - b.start;
