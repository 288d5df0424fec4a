import type { MeetingId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Act } from './act';

/** A meeting as far as answers to it go. */
export interface Asked {
  readonly id: MeetingId;
  /** The first revision that answers count from: a new time asks anew. */
  readonly since: number;
}

/** What somebody's answer is now: the newest thing they did about the time that holds. */
export const standingAnswer = (acts: readonly Act[], since: number): Act | null =>
  newestAct(acts.filter(({ revision }) => revision >= since));

/** The last thing somebody said, also about a time that no longer holds. */
export const newestAct = (acts: readonly Act[]): Act | null => acts.toSorted(inOrder).at(-1) ?? null;

// Equal is not older: old Exchange copies the request's DTSTAMP into each reply, and then arrival decides.
const inOrder = (a: Act, b: Act): number =>
  compared(a.actedAt, b.actedAt) || compared(a.recordedAt, b.recordedAt) || a.arrival - b.arrival;

const compared = (a: Instant, b: Instant): number => (a.isBefore(b) ? -1 : Number(b.isBefore(a)));

/** All that was answered in a group, to look up one person's answer to one meeting in. */
export class AnswerBook {
  constructor(private readonly acts: readonly Act[]) {}

  of(meetingId: MeetingId, personId: PersonId): readonly Act[] {
    return this.acts.filter((act) => act.meetingId === meetingId && act.personId === personId);
  }

  standing({ id, since }: Asked, personId: PersonId): Act | null {
    return standingAnswer(this.of(id, personId), since);
  }

  /** How many of these people have answered about the meeting. */
  countOf(meeting: Asked, personIds: readonly PersonId[]): number {
    return personIds.filter((personId) => this.standing(meeting, personId) !== null).length;
  }
}
