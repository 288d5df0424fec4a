import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Meeting } from './domain/meeting';
import type { Rebooking } from './domain/rebooking';
import { ToldMeeting } from './domain/told-meeting';
import { MeetingsRepository } from './meetings.repository';

/** The one way meetings are changed: saved and written down together. */
@Injectable()
export class MeetingChanges {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly audit: AuditLog,
  ) {}

  current(group: ResourceGroup): Promise<readonly Meeting[]> {
    return this.meetings.ofGroup(group.organisationId, group.id);
  }

  /** Whether somebody may see it is the group's to say. Not found: `notFound`. */
  async find(organisationId: OrganisationId, id: MeetingId): Promise<Meeting> {
    const [meeting] = await this.meetings.some(organisationId, [id]);
    if (!meeting) throw new DomainError('notFound');
    return meeting;
  }

  told({ organisationId, id }: Meeting): Promise<readonly ToldMeeting[]> {
    return this.meetings.told(organisationId, [id]);
  }

  async rebook(viewer: Viewer, group: ResourceGroup, { booked, dropped }: Rebooking): Promise<void> {
    await this.meetings.remove(dropped);
    await this.meetings.save(booked);
    await this.write(viewer, group, { action: 'meeting.booked', meetings: [...booked, ...dropped] });
  }

  async call(viewer: Viewer, group: ResourceGroup, called: readonly Meeting[]): Promise<void> {
    await this.meetings.save(called);
    await this.meetings.keepTold(called.map((meeting) => new ToldMeeting(meeting)));
    await this.write(viewer, group, { action: 'meeting.called', meetings: called });
  }

  async reschedule(viewer: Viewer, group: ResourceGroup, moved: readonly Meeting[]): Promise<void> {
    await this.meetings.save(moved);
    await this.write(viewer, group, { action: 'meeting.moved', meetings: moved });
  }

  async callOff(viewer: Viewer, group: ResourceGroup, cancelled: readonly Meeting[]): Promise<void> {
    await this.meetings.save(cancelled);
    await this.write(viewer, group, { action: 'meeting.cancelled', meetings: cancelled });
  }

  async hold(viewer: Viewer, group: ResourceGroup, held: readonly Meeting[]): Promise<void> {
    await this.meetings.save(held);
    await this.write(viewer, group, { action: 'meeting.held', meetings: held });
  }

  private write(
    viewer: Viewer,
    group: ResourceGroup,
    { action, meetings }: { readonly action: string; readonly meetings: readonly Meeting[] },
  ): Promise<void> {
    const subjects = [group.id, ...meetings.map((meeting) => meeting.id)];
    return this.audit.record(viewer, { action, about: group.serviceUserId, subjects });
  }
}
