import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, PersonId, UserId } from '../kernel/identifiers';
import { People, type Reached } from '../people/people.service';
import { Answers } from './answers.service';
import type { Wish } from './domain/wish';
import { type Answering, GroupAnswers } from './group-answers.service';

/** All that the page about a group's answers shows. */
export interface AnswersShown extends Answering {
  /** Those of its people whom the viewer may see. */
  readonly people: ReadonlyMap<PersonId, Reached>;
  readonly wishes: readonly Wish[];
  readonly readBy: UserId;
}

/** Gathers a group's answers for a page; each reading is logged. */
@Injectable()
export class AnswersReading {
  constructor(
    private readonly answering: GroupAnswers,
    private readonly answers: Answers,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<AnswersShown> {
    const answering = await this.answering.of(viewer, groupId);
    const { organisationId, serviceUserId, members } = answering.group;
    const ids = members.map(({ personId }) => personId);
    await this.audit.record(viewer, { action: 'answers.read', about: serviceUserId, subjects: [groupId, ...ids] });
    return {
      ...answering,
      people: await this.people.reaches(viewer, ids),
      wishes: await this.answers.wishesOfGroup(organisationId, groupId),
      readBy: viewer.userId,
    };
  }
}
