import type { ResourceGroup } from '../../groups/domain/resource-group';
import { DomainError } from '../../kernel/domain-error';
import type { ItemContent } from './agenda-item';

/** Only an expert in the group comes to one item only, and only the others can be chosen to read it. */
export function requireOfGroup({ readership, guest }: ItemContent, { present }: Pick<ResourceGroup, 'present'>): void {
  const partOf = (personId: string): string | undefined => present.find((one) => one.personId === personId)?.part;
  if (guest !== null && partOf(guest) !== 'adjunct') throw new DomainError('guestNotInvitable', { field: 'guest' });
  const isReader = (personId: string): boolean => ![undefined, 'adjunct'].includes(partOf(personId));
  if (!readership.named.every(isReader)) throw new DomainError('readerNotInGroup', { field: 'readers' });
}
