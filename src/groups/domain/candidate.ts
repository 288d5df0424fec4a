import type { PersonId } from '../../kernel/identifiers';
import type { CalendarDate } from '../../kernel/calendar-date';
import { DomainError } from '../../kernel/domain-error';
import type { NominationState } from '../../sociogram/domain/nomination';
import type { Approval } from './member';

/** What keeps somebody from the map from having a place in the group yet. */
export type CandidateLack = 'notApproved' | 'notAsked' | 'notTalkedWith' | 'notAnswered' | 'saidNo' | 'left';

/** Somebody from the service user's map who may become a member, or what is missing first. */
export interface Candidate {
  readonly personId: PersonId;
  readonly name: string;
  readonly lack: CandidateLack | null;
  readonly approval: Approval | null;
  readonly talkedOn: CalendarDate | null;
}

/** Those of the candidates who were picked; refuses anybody the service user has not said yes to. */
export function picked(candidates: readonly Candidate[], personIds: readonly PersonId[]): readonly Candidate[] {
  return personIds.map((personId) => {
    const candidate = candidates.find((one) => one.personId === personId);
    if (!candidate) throw new DomainError('notFound');
    if (candidate.lack !== null) throw new DomainError('candidateNotReady', { field: 'chosen', name: candidate.name });
    return candidate;
  });
}

/** What is still missing at each step of the way from the map to the group. */
export const lackAt = {
  'on-the-map': 'notApproved',
  'proposed-by-me': 'notApproved',
  'may-be-asked': 'notAsked',
  asked: 'notTalkedWith',
  'talked-with': 'notAnswered',
  maybe: 'notAnswered',
  yes: null,
  no: 'saidNo',
  'in-the-group': null,
  left: 'left',
} as const satisfies Record<NominationState, CandidateLack | null>;
