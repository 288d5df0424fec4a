import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { type Answering, GroupAnswers } from '../answers/group-answers.service';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { People, type Reached } from '../people/people.service';
import type { IncomingMail } from './domain/incoming-mail';
import { IncomingMails } from './incoming-mails.service';

/** All that the page about a group's mail shows. */
export interface RepliesShown extends Pick<Answering, 'group' | 'meetings'> {
  /** Those of its people whom the viewer may see. */
  readonly people: ReadonlyMap<PersonId, Reached>;
  /** Oldest first. */
  readonly replies: readonly IncomingMail[];
}

/** Gathers what waits for a coordinator to look at; each reading is logged. */
@Injectable()
export class RepliesReading {
  constructor(
    private readonly answering: GroupAnswers,
    private readonly people: People,
    private readonly incoming: IncomingMails,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<RepliesShown> {
    const { group, meetings } = await this.answering.of(viewer, groupId);
    const replies = await this.incoming.waitingIn(group.organisationId, group.id);
    const ids = replies.flatMap(({ place }) => (place ? [place.personId] : []));
    const subjects = [group.id, ...new Set(ids)];
    await this.audit.record(viewer, { action: 'replies.read', about: group.serviceUserId, subjects });
    return { group, meetings, replies, people: await this.people.reaches(viewer, ids) };
  }
}
