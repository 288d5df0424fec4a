import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { AnswersRepository } from './answers.repository';
import type { WishId } from './domain/wish';

/** Keeps track of which wishes have been read. */
@Injectable()
export class Wishes {
  constructor(
    private readonly answers: AnswersRepository,
    private readonly groups: Groups,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async seen(viewer: Viewer, groupId: GroupId, id: WishId): Promise<void> {
    const group = await this.groups.get(viewer, groupId);
    const wish = await this.answers.wish(group.organisationId, id);
    if (wish?.groupId !== group.id) throw new DomainError('notFound');
    await this.answers.saveWish(wish.seen(this.stamp.now()));
    await this.audit.record(viewer, { action: 'wish.seen', about: wish.personId, subjects: [groupId, wish.meetingId] });
  }
}
