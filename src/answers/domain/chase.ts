import type { PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import type { Meeting } from '../../meetings/domain/meeting';
import { comingMeetings } from './coming-meetings';
import { type Answered, membersAt } from './needed';

/** Somebody who has not said whether they come, and to which meetings, soonest first. */
export interface Silence {
  readonly personId: PersonId;
  readonly meetings: readonly [Meeting, ...Meeting[]];
}

/**
 * Whom to phone, the one whose meeting is soonest first. Those who only come to their own item are not asked about
 * the meeting, and of a new time that nobody has been told yet nobody is asked.
 */
export function chaseList(answered: Answered, now: Instant): readonly Silence[] {
  const { members, meetings, book } = answered;
  const called = comingMeetings(meetings, now).filter(({ state }) => state === 'called');
  return members
    .filter((member) => member.isInTheGroup && member.part !== 'adjunct')
    .flatMap((member) => {
      const { personId } = member;
      const [first, ...rest] = called.filter(
        (meeting) => membersAt(answered, meeting).includes(member) && book.standing(meeting, personId) === null,
      );
      return first ? [{ personId, meetings: [first, ...rest] as const }] : [];
    })
    .toSorted((a, b) => called.indexOf(a.meetings[0]) - called.indexOf(b.meetings[0]));
}
