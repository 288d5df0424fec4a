import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import { Facts } from '../platform/facts';
import type { Meeting, MeetingChange } from './domain/meeting';
import { MeetingsChanged } from './domain/meetings-changed';
import { callOff, callOffRest, reschedule } from './domain/rescheduling';
import { MeetingChanges } from './meeting-changes.service';
import { Terms } from './terms.service';

/** Moves, changes and calls off meetings that are booked. Nobody is told before the coordinator sends. */
@Injectable()
export class Rescheduling {
  constructor(
    private readonly changes: MeetingChanges,
    private readonly groups: Groups,
    private readonly terms: Terms,
    private readonly facts: Facts,
  ) {}

  /** What `move` would make of it by all the rules; nothing is changed. */
  async preview(viewer: Viewer, id: MeetingId, change: MeetingChange): Promise<Meeting> {
    return (await this.decided(viewer, id, change)).after;
  }

  /** The same again changes nothing, and nothing is told of it. */
  async move(viewer: Viewer, id: MeetingId, change: MeetingChange): Promise<Meeting> {
    const { group, before, after } = await this.decided(viewer, id, change);
    if (after === before) return before;
    await this.changes.reschedule(viewer, group, [after]);
    await this.tell(group, [after]);
    return after;
  }

  async cancel(viewer: Viewer, id: MeetingId): Promise<Meeting> {
    const { meeting, group } = await this.found(viewer, id);
    const cancelled = callOff(meeting, this.terms.now());
    await this.changes.callOff(viewer, group, [cancelled]);
    await this.tell(group, [cancelled]);
    return cancelled;
  }

  /** All meetings ahead; those that have begun stay as they are. */
  async cancelRest(viewer: Viewer, groupId: GroupId): Promise<readonly Meeting[]> {
    const group = await this.groups.get(viewer, groupId);
    const cancelled = callOffRest(await this.changes.current(group), this.terms.now());
    if (cancelled.length === 0) return [];
    await this.changes.callOff(viewer, group, cancelled);
    await this.tell(group, cancelled);
    return cancelled;
  }

  private async decided(viewer: Viewer, id: MeetingId, change: MeetingChange) {
    const { meeting: before, group } = await this.found(viewer, id);
    const told = await this.changes.told(before);
    const terms = { ...(await this.terms.of(group)), told, now: this.terms.now() };
    return { group, before, after: reschedule(before, change, terms) };
  }

  private async found(viewer: Viewer, id: MeetingId): Promise<{ meeting: Meeting; group: ResourceGroup }> {
    const meeting = await this.changes.find(viewer.organisationId, id);
    return { meeting, group: await this.groups.get(viewer, meeting.groupId) };
  }

  private tell({ organisationId, id }: ResourceGroup, changed: readonly Meeting[]): Promise<void> {
    const meetingIds = changed.map((meeting) => meeting.id);
    return this.facts.publish(new MeetingsChanged(organisationId, id, meetingIds));
  }
}
