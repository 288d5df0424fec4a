import type { CalendarDate } from '../../kernel/calendar-date';
import { type Consent, inForce } from './consent';
import type { Member } from './member';

/** What must hold before anything is sent to a member. */
export interface Standing {
  readonly member: boolean;
  readonly approved: boolean;
  readonly contact: boolean;
  readonly takePart: boolean;
}

export const noStanding: Standing = { member: false, approved: false, contact: false, takePart: false };

/** Permission to e-mail is asked for e-mail alone; a letter or a call needs the yes to take part. */
export type CallRoute = 'email' | 'letter' | 'phone';

export type Lack = 'membership' | 'approval' | 'takePart' | 'contact';

export function standingOf(member: Member, consents: readonly Consent[], today: CalendarDate): Standing {
  const { personId } = member;
  return {
    member: member.isInTheGroup,
    approved: member.isApproved,
    contact: inForce(consents, { personId, kind: 'contact', today }) !== null,
    takePart: inForce(consents, { personId, kind: 'take-part', today }) !== null,
  };
}

/** Everything that still stands between a member and a call. */
export function lacksIn(standing: Standing, route: CallRoute): readonly Lack[] {
  const needs: readonly (readonly [Lack, boolean])[] = [
    ['membership', standing.member],
    ['approval', standing.approved],
    ['takePart', standing.takePart],
    ['contact', standing.contact || route !== 'email'],
  ];
  return needs.filter(([, isMet]) => !isMet).map(([lack]) => lack);
}

export const mayBeCalled = (standing: Standing, route: CallRoute): boolean => lacksIn(standing, route).length === 0;
