import { Instant } from '../../kernel/instant';
import type { Issue, KnownInvitation } from './known-invitation';

/**
 * What a reply is about: the newest that went out, also when the attendee's calendar raised SEQUENCE by itself; or the
 * newest that had gone out under so low a number.
 */
export function issueAnswered(sequence: number, known: KnownInvitation): Issue | null {
  const issued = inOrder(known);
  return issued.filter((issue) => issue.sequence <= sequence).at(-1) ?? issued[0] ?? null;
}

export const newestIssue = (known: KnownInvitation): Issue | null => inOrder(known).at(-1) ?? null;

const inOrder = ({ issued }: KnownInvitation): readonly Issue[] => issued.toSorted((a, b) => a.revision - b.revision);

/**
 * When the person acted: what their calendar tells, unless it cannot be so, and then when the mail came. Nobody answers
 * before the question was written; old Exchange copies the question's own DTSTAMP, which is no later than that.
 */
export function actedAt(stamp: string | null, { writtenAt }: Issue, arrivedAt: Instant): Instant {
  if (stamp === null) return arrivedAt;
  const told = Instant.of(stamp);
  return seconds(told) <= seconds(writtenAt) || arrivedAt.isBefore(told) ? arrivedAt : told;
}

// DTSTAMP has no fractions.
const seconds = ({ iso }: Instant): string => iso.slice(0, 'yyyy-mm-ddThh:mm:ss'.length);
