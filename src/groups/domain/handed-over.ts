import { DomainError } from '../../kernel/domain-error';
import type { PersonId } from '../../kernel/identifiers';
import { withPeopleIn } from './forming';
import type { Approval, Member } from './member';
import type { ResourceGroup } from './resource-group';

/** A coordinator takes the place of another, with the service user's yes. */
export interface Succession {
  readonly from: PersonId;
  /** The place as it is made for somebody who was never in the group. */
  readonly newcomer: Member;
  readonly approval: Approval;
}

/** A draft that has no coordinator yet belongs to whoever makes it. */
export const isCoordinatedBy = (group: ResourceGroup, personId: PersonId): boolean =>
  (group.inPart('coordinator')?.personId ?? personId) === personId;

/** The same group with another coordinator; nobody else's place is touched. */
export function handedOver(group: ResourceGroup, { from, newcomer, approval }: Succession): ResourceGroup {
  const earlier = group.memberOf(newcomer.personId);
  if (earlier?.isInTheGroup && earlier.part === 'doctor')
    throw new DomainError('coreTrioNeedsThree', { field: 'successor' });
  if (group.state === 'forming') return withPeopleIn(group, ['coordinator'], [newcomer]);
  const successor = earlier ? earlier.comeBack('coordinator').approvedBy(approval) : newcomer;
  const others = group.members.filter(({ personId }) => personId !== newcomer.personId);
  const staying = others.map((member) => (member.personId === from ? member.leave() : member));
  return group.with({ members: [...staying, successor] });
}
