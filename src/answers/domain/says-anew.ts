import type { Act, Choice } from './act';
import { newestAct } from './standing-answer';

/** An answer as a form gives it back, changed or not. */
export interface Said {
  readonly choice: Choice;
  readonly comment: string;
  /** The meeting's revision that the form was about. */
  readonly revision: number;
}

/** A form shows what was answered before; only what is different when it comes back is a new act. */
export function saysAnew({ choice, comment, revision }: Said, acts: readonly Act[], since: number): boolean {
  const last = newestAct(acts);
  if (last?.choice !== choice) return true;
  if (comment !== '' && comment !== last.comment) return true;
  // The same word about the new time is an answer to it; about the old time it was said already.
  return last.revision < since && revision >= since;
}
