import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { Approval } from '../groups/domain/member';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Membership } from '../groups/membership.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import { People } from '../people/people.service';
import { Stamp } from '../people/stamp.service';
import { Deputy, requireMayStandIn } from './domain/deputy';
import type { Meeting } from './domain/meeting';
import { isAhead } from './domain/rescheduling';
import { Meetings } from './meetings.service';

export interface StandIn {
  readonly meetingId: MeetingId;
  readonly forPersonId: PersonId;
  readonly deputyId: PersonId;
  readonly approval: Approval;
}

/** Lets somebody stand in at a meeting, if the rules and the service user say yes. */
@Injectable()
export class StandIns {
  constructor(
    private readonly meetings: Meetings,
    private readonly membership: Membership,
    private readonly people: People,
    private readonly stamp: Stamp,
  ) {}

  async meetingAhead(
    viewer: Viewer,
    id: MeetingId,
  ): Promise<{ readonly group: ResourceGroup; readonly meeting: Meeting }> {
    const found = await this.meetings.inGroup(viewer, id);
    const { number } = found.meeting;
    if (!isAhead(found.meeting, this.stamp.now())) throw new DomainError('meetingAlreadyBegun', { number });
    return found;
  }

  /** Whoever is new to the group comes into it as a guest, since nobody outside it is ever called. */
  async admit(
    viewer: Viewer,
    { meetingId, forPersonId, deputyId, approval }: StandIn,
  ): Promise<{ readonly deputy: Deputy; readonly group: ResourceGroup }> {
    const { group } = await this.meetingAhead(viewer, meetingId);
    requireMayStandIn(await this.people.get(viewer, deputyId), forPersonId, group);
    await this.letIn(viewer, group, { personId: deputyId, approval });
    const { organisationId } = group;
    const id = this.stamp.id<'deputy'>();
    return {
      group,
      deputy: new Deputy({ id, organisationId, meetingId, forPersonId, personId: deputyId, approval }),
    };
  }

  private async letIn(
    viewer: Viewer,
    group: ResourceGroup,
    { personId, approval }: { readonly personId: PersonId; readonly approval: Approval },
  ): Promise<void> {
    if (group.memberOf(personId)?.isInTheGroup) {
      await this.membership.approve(viewer, group.id, personId, approval);
      return;
    }
    await this.membership.addMember(viewer, group.id, { personId, part: 'adjunct', functionInGroup: '', approval });
  }
}
