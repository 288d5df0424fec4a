import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Facts } from '../platform/facts';
import { Nominations } from '../sociogram/nominations.service';
import { MemberLeft } from './domain/member-left';
import type { ResourceGroup } from './domain/resource-group';
import { GroupChanges } from './group-changes.service';

/** Lets somebody out of a group, by their own or the service user's wish. */
@Injectable()
export class Leaving {
  constructor(
    private readonly changes: GroupChanges,
    private readonly nominations: Nominations,
    private readonly facts: Facts,
  ) {}

  async leave(viewer: Viewer, id: GroupId, personId: PersonId): Promise<ResourceGroup> {
    const group = await this.changes.changeMember(viewer, id, { personId, action: 'group.member-left' }, (member) =>
      member.leave(),
    );
    await this.nominations.left(viewer, group.serviceUserId, [personId]);
    await this.facts.publish(new MemberLeft(group.organisationId, group.id, personId));
    return group;
  }
}
