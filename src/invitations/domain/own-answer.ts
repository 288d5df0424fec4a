import type { Act, Choice } from '../../answers/domain/act';
import { hasBegun } from '../../answers/domain/coming-meetings';
import { saysAnew } from '../../answers/domain/says-anew';
import type { WishKind } from '../../answers/domain/wish';
import { DomainError } from '../../kernel/domain-error';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';

/** What the form on somebody's own page said about one meeting. */
export interface OwnEntry {
  /** The meeting's number. */
  readonly number: number;
  /** The meeting's revision when the page was opened. */
  readonly revision: number;
  /** null when nothing was chosen. */
  readonly choice: Choice | null;
  readonly comment: string;
  readonly wishes: readonly OwnWish[];
}

interface OwnWish {
  readonly kind: WishKind;
  readonly text: string;
}

/** What was said for the first time. */
export interface WhatIsNew {
  readonly act: Pick<Act, 'choice' | 'comment' | 'revision'> | null;
  readonly wishes: readonly OwnWish[];
}

export type OwnAnswer =
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'kept'; readonly said: WhatIsNew };

/** Only what is new is kept, and nothing once the meeting has begun or is off. */
export function answerIn(entry: OwnEntry, meeting: Meeting, acts: readonly Act[], now: Instant): OwnAnswer {
  const { choice, comment, revision, wishes } = entry;
  if (revision > meeting.revision) throw new DomainError('noSuchRevision', { given: revision });
  const said = choice === null ? null : { choice, comment, revision };
  const act = said !== null && saysAnew(said, acts, meeting.since) ? said : null;
  if (act === null && wishes.length === 0) return { kind: 'nothing-new' };
  if (!meeting.takesTime || hasBegun(meeting, now)) return { kind: 'too-late' };
  return { kind: 'kept', said: { act, wishes } };
}
