import type { Slice } from '../../agendas/domain/released-agenda';
import type { Span } from '../../kernel/in-words';

/**
 * From where somebody's answers to a meeting count. A guest's own time may change while the meeting stands, so what
 * they answer is numbered by the meeting's revision and one more for each time they were asked anew.
 */
export interface Asking {
  readonly shifts: number;
  /** Answers given to an earlier revision, numbered so, are answers to another time. */
  readonly since: number;
}

/** What somebody was told of one meeting, as far as their answer to it goes. */
interface AskedAbout {
  readonly appointment: { readonly span: Span };
  /** null for whoever comes to all of the meeting. */
  readonly slice: Slice | null;
  readonly isOff: boolean;
}

/** The meeting as it was when it was told. */
type Then = Readonly<Record<'revision' | 'since', number>>;

export const firstAsking = ({ since }: Then): Asking => ({ shifts: 0, since });

export function nextAsking(before: AskedAbout & { readonly asking: Asking }, now: AskedAbout, then: Then): Asking {
  const { shifts, since } = before.asking;
  if (now.slice === null) return { shifts, since: then.since };
  const isAnew = !now.isOff && (before.isOff || !isSameTime(before.appointment.span, now.appointment.span));
  return isAnew ? { shifts: shifts + 1, since: then.revision + shifts + 1 } : { shifts, since };
}

const isSameTime = (one: Span, other: Span): boolean =>
  one.day.equals(other.day) && one.start.equals(other.start) && one.minutes === other.minutes;
