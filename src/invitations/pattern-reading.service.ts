import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId } from '../kernel/identifiers';
import { PatternAsking, type PreparedAsking } from './pattern-asking.service';

/** Whom a group asks when it usually suits them, for the pages that show it; the reading is logged. */
@Injectable()
export class PatternReading {
  constructor(
    private readonly asking: PatternAsking,
    private readonly audit: AuditLog,
  ) {}

  async prepared(viewer: Viewer, groupId: GroupId): Promise<PreparedAsking> {
    const prepared = await this.asking.prepare(viewer, groupId);
    const about = prepared.gathering.parts.group.serviceUserId;
    const subjects = [groupId, ...prepared.asking.map(({ line }) => line.person.personId)];
    await this.audit.record(viewer, { action: 'pattern.read', about, subjects });
    return prepared;
  }
}
