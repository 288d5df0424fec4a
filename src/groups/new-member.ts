import { Member, type MemberParts } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import type { Stamp } from '../people/stamp.service';

type Place = Pick<MemberParts, 'personId' | 'part' | 'functionInGroup' | 'approval' | 'talkedOn'>;

export const newMember = (group: Pick<ResourceGroup, 'id' | 'organisationId'>, place: Place, stamp: Stamp): Member =>
  new Member({
    ...place,
    id: stamp.id<'member'>(),
    groupId: group.id,
    organisationId: group.organisationId,
    madeAt: stamp.now(),
  });
