import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { Meeting } from './domain/meeting';
import type { Rebooking } from './domain/rebooking';
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

  async rebook(viewer: Viewer, group: ResourceGroup, { booked, dropped }: Rebooking): Promise<void> {
    await this.meetings.remove(dropped);
    await this.meetings.save(booked);
    await this.write(viewer, group, { action: 'meeting.booked', meetings: [...booked, ...dropped] });
  }

  async call(viewer: Viewer, group: ResourceGroup, called: readonly Meeting[]): Promise<void> {
    await this.meetings.save(called);
    await this.write(viewer, group, { action: 'meeting.called', meetings: called });
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
