import { Injectable } from '@nestjs/common';
import { Assignments } from '../access/assignments.service';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import type { Member } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';

/** A change of a group: what it is called in the access log, and whom of the members it concerns. */
export interface GroupDeed {
  readonly action: string;
  readonly people?: readonly PersonId[];
}

/** The one way a group is changed: load, decide, save, write down. */
@Injectable()
export class GroupChanges {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly assignments: Assignments,
    private readonly audit: AuditLog,
  ) {}

  /** Whoever makes a group works with it. */
  async add(viewer: Viewer, group: ResourceGroup): Promise<ResourceGroup> {
    await this.assignments.assign(viewer, 'group', group.id);
    return this.save(viewer, group, { action: 'group.made' });
  }

  async change(
    viewer: Viewer,
    id: GroupId,
    deed: GroupDeed,
    decide: (group: ResourceGroup) => ResourceGroup,
  ): Promise<ResourceGroup> {
    return this.save(viewer, decide(await this.groups.get(viewer, id)), deed);
  }

  /** As `change`, for one member of the group. */
  changeMember(
    viewer: Viewer,
    id: GroupId,
    { personId, action }: { readonly personId: PersonId; readonly action: string },
    change: (member: Member) => Member,
  ): Promise<ResourceGroup> {
    return this.change(viewer, id, { action, people: [personId] }, (group) => {
      const member = group.memberOf(personId);
      if (!member) throw new DomainError('notFound');
      return group.withMember(change(member));
    });
  }

  private async save(viewer: Viewer, group: ResourceGroup, { action, people = [] }: GroupDeed): Promise<ResourceGroup> {
    await this.groups.save(viewer, group);
    await this.audit.record(viewer, { action, about: group.serviceUserId, subjects: [group.id, ...people] });
    return group;
  }
}
