import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { Deputy } from './domain/deputy';
import { DeputiesRepository } from './deputies.repository';
import { type StandIn, StandIns } from './stand-ins.service';

/** Who stands in for the doctor or the coordinator at one meeting. Nobody is told before the coordinator sends. */
@Injectable()
export class Deputies {
  constructor(
    private readonly deputies: DeputiesRepository,
    private readonly standIns: StandIns,
    private readonly audit: AuditLog,
  ) {}

  of(organisationId: OrganisationId, meetingIds: readonly MeetingId[]): Promise<readonly Deputy[]> {
    return meetingIds.length === 0 ? Promise.resolve([]) : this.deputies.ofMeetings(organisationId, meetingIds);
  }

  /** In the place of whoever stood in for the same person before. */
  async put(viewer: Viewer, standIn: StandIn): Promise<Deputy> {
    const { deputy, group } = await this.standIns.admit(viewer, standIn);
    await this.deputies.put(deputy);
    const subjects = [group.id, deputy.meetingId, deputy.forPersonId, deputy.personId];
    await this.audit.record(viewer, { action: 'deputy.put', about: group.serviceUserId, subjects });
    return deputy;
  }

  /** The one they stood in for comes again. */
  async withdraw(viewer: Viewer, meetingId: MeetingId, forPersonId: PersonId): Promise<void> {
    const { group } = await this.standIns.meetingAhead(viewer, meetingId);
    await this.deputies.remove(viewer.organisationId, meetingId, forPersonId);
    const subjects = [group.id, meetingId, forPersonId];
    await this.audit.record(viewer, { action: 'deputy.withdrawn', about: group.serviceUserId, subjects });
  }
}
