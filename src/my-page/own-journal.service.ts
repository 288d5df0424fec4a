import { Injectable } from '@nestjs/common';
import { AuditLog, linkHolder } from '../audit/audit-log.service';
import type { Id } from '../kernel/identifiers';
import type { OwnRoom } from './own-rooms.service';

/** Writes down what somebody read by their link. All of it is about the service user, who may see who has read. */
@Injectable()
export class OwnJournal {
  constructor(private readonly audit: AuditLog) {}

  read(room: OwnRoom, action: string, ids: readonly Id<string>[] = []): Promise<void> {
    const { group, year } = room;
    const subjects = [group.id, year.reader.personId, ...ids];
    return this.audit.record(linkHolder(group, 'link-and-code'), { action, about: group.serviceUserId, subjects });
  }
}
