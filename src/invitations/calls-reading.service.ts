import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId } from '../kernel/identifiers';
import { type Prepared, Sending } from './sending.service';

/** What is about to be sent, for the pages that show it; the reading is logged. */
@Injectable()
export class CallsReading {
  constructor(
    private readonly sending: Sending,
    private readonly audit: AuditLog,
  ) {}

  async prepared(viewer: Viewer, groupId: GroupId): Promise<Prepared> {
    const prepared = await this.sending.prepare(viewer, groupId);
    const { group } = prepared.gathering.parts;
    const subjects = [groupId, ...group.present.map(({ personId }) => personId)];
    await this.audit.record(viewer, { action: 'calls.read', about: group.serviceUserId, subjects });
    return prepared;
  }
}
