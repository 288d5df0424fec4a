import type { Id } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

/** How often something secret was guessed wrongly, for one account, one network address or one code. */
export interface Tries {
  readonly id: Id<'attempt'>;
  readonly bucket: string;
  readonly failures: number;
  /** When the last one was counted. */
  readonly since: Instant;
}

/** How many tries are free, before each next one has to wait. */
export type Patience = number;

const waits = [1, 2, 4, 8, 15] as const;
const longest = 15;
const forgottenAfterMinutes = 24 * 60;

export const forgottenBefore = (now: Instant): Instant => now.plusMinutes(-forgottenAfterMinutes);

/** The moment of the next free try; one that has passed means now. */
export function nextTryAt({ failures, since }: Tries, free: Patience): Instant {
  if (failures < free) return since;
  return since.plusMinutes(waits[failures - free] ?? longest);
}

/** One try more. What nobody tried for a day is forgotten. */
export function counted(tries: Tries, now: Instant): Tries {
  const remembered = tries.since.isBefore(forgottenBefore(now)) ? 0 : tries.failures;
  return { ...tries, failures: remembered + 1, since: now };
}

/** Takes back the tries that turned out to be somebody's own. */
export const forgiven = (tries: Tries, count: number): Tries => ({
  ...tries,
  failures: Math.max(0, tries.failures - count),
});
