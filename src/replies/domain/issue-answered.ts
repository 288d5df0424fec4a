import { Instant } from '../../kernel/instant';
import type { Issue, KnownInvitation } from './known-invitation';
import type { ReadEvent } from './read-mail';

/**
 * What a reply is about: the newest that had gone out under so low a number. A calendar may raise SEQUENCE by itself, and
 * then a late answer about the old time bears the number of the new one: the start that it names tells them apart.
 */
export function issueAnswered({ sequence, start }: Numbered, known: KnownInvitation): Issue | null {
  const issued = inOrder(known);
  const possible = issued.filter((issue) => issue.sequence <= sequence);
  const atThatTime = start === null ? [] : possible.filter((issue) => issue.start.iso === Instant.of(start).iso);
  return atThatTime.at(-1) ?? possible.at(-1) ?? issued[0] ?? null;
}

type Numbered = Pick<ReadEvent, 'sequence' | 'start'>;

export const newestIssue = (known: KnownInvitation): Issue | null => inOrder(known).at(-1) ?? null;

const inOrder = ({ issued }: KnownInvitation): readonly Issue[] => issued.toSorted((a, b) => a.revision - b.revision);

/**
 * When the person acted: what their calendar tells, unless it cannot be so, and then when the mail came. Nobody answers
 * before the first question was written; and old Exchange copies the question's own DTSTAMP.
 */
export function actedAt(stamp: string | null, { issued }: KnownInvitation, arrivedAt: Instant): Instant {
  if (stamp === null) return arrivedAt;
  const told = Instant.of(stamp);
  const isPossible = issued.some(({ writtenAt }) => writtenAt.isBefore(told)) && !arrivedAt.isBefore(told);
  return isPossible && !issued.some((issue) => isCopiedFrom(issue, told)) ? told : arrivedAt;
}

// What is put in the outbox was written at that moment or a little before; DTSTAMP has no fractions.
const isCopiedFrom = ({ writtenAt }: Issue, told: Instant): boolean =>
  writtenAt.plusMinutes(-1).isBefore(told) && !writtenAt.isBefore(told);
