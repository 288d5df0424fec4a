import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Candidates } from './candidates.service';
import { requireNotAhead } from './domain/day-passed';
import type { Approval } from './domain/member';
import type { Part } from './domain/part';
import type { ResourceGroup } from './domain/resource-group';
import { GroupChanges } from './group-changes.service';
import { newMember } from './new-member';
import { Profiles } from './profiles.service';
import { Stamp } from '../people/stamp.service';

export interface Newcomer {
  readonly personId: PersonId;
  readonly part: Extract<Part, 'network' | 'adjunct'>;
  readonly functionInGroup: string;
  readonly approval: Approval;
  /** Asked for when the group grows past its guidance. */
  readonly sizeReason?: string;
}

/** Who comes into a group that is made, and what the service user said about each. */
@Injectable()
export class Membership {
  constructor(
    private readonly changes: GroupChanges,
    private readonly profiles: Profiles,
    private readonly candidates: Candidates,
    private readonly stamp: Stamp,
  ) {}

  async addMember(viewer: Viewer, id: GroupId, newcomer: Newcomer): Promise<ResourceGroup> {
    requireNotAhead(newcomer.approval.on, this.stamp.today(), 'approvedOn');
    await this.candidates.requireSeen(viewer, newcomer.personId);
    const deed = { action: 'group.member-added', people: [newcomer.personId] };
    const group = await this.changes.change(viewer, id, deed, (before) => this.grown(before, newcomer));
    await this.candidates.joined(viewer, group, [newcomer.personId]);
    return group;
  }

  approve(viewer: Viewer, id: GroupId, personId: PersonId, approval: Approval): Promise<ResourceGroup> {
    requireNotAhead(approval.on, this.stamp.today(), 'approvedOn');
    return this.changes.changeMember(viewer, id, { personId, action: 'group.member-approved' }, (member) =>
      member.approvedBy(approval),
    );
  }

  describe(viewer: Viewer, id: GroupId, personId: PersonId, functionInGroup: string): Promise<ResourceGroup> {
    return this.changes.changeMember(viewer, id, { personId, action: 'group.functions-described' }, (member) =>
      member.asWhat(functionInGroup),
    );
  }

  giveSizeReason(viewer: Viewer, id: GroupId, sizeReason: string): Promise<ResourceGroup> {
    return this.changes.change(viewer, id, { action: 'group.size-explained' }, (group) => group.with({ sizeReason }));
  }

  private grown(group: ResourceGroup, newcomer: Newcomer): ResourceGroup {
    const { personId, part, functionInGroup, approval } = newcomer;
    const earlier = group.memberOf(personId);
    if (earlier?.isInTheGroup) throw new DomainError('alreadyInTheGroup', { field: 'newMemberId' });
    const member = earlier
      ? earlier.comeBack(part).asWhat(functionInGroup).approvedBy(approval)
      : newMember(group, { personId, part, functionInGroup, approval }, this.stamp);
    const grown = group.withMember(member).with({ sizeReason: newcomer.sizeReason ?? group.sizeReason });
    grown.requireReasonForSize(this.profiles.get(group.profile));
    return grown;
  }
}
