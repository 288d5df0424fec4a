import type { Id, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

/** One browser in which a user is signed in. The browser holds the secret, we hold its hash. */
export interface Session {
  readonly id: Id<'session'>;
  readonly hash: string;
  readonly userId: UserId;
  readonly csrf: string;
  readonly madeAt: Instant;
  readonly seenAt: Instant;
}

const idleMinutes = 30;
const mostMinutes = 12 * 60;
// Written at most this often, so that reading pages does not write each time.
const noticeMinutes = 1;

/** What is older than this is over: not seen for half an hour, or begun half a day ago. */
export const sessionLimits = (now: Instant): { readonly seen: Instant; readonly made: Instant } => ({
  seen: now.plusMinutes(-idleMinutes),
  made: now.plusMinutes(-mostMinutes),
});

export function isOver({ seenAt, madeAt }: Session, now: Instant): boolean {
  const { seen, made } = sessionLimits(now);
  return !seen.isBefore(seenAt) || !made.isBefore(madeAt);
}

export const isToBeNoticed = ({ seenAt }: Session, now: Instant): boolean =>
  !now.isBefore(seenAt.plusMinutes(noticeMinutes));
