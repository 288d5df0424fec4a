import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { GroupId, PersonId, UserId } from '../kernel/identifiers';
import { People, type Reached } from '../people/people.service';
import { AnswersBeside, type Beside } from './answers-beside.service';
import { type Answering, GroupAnswers } from './group-answers.service';

/** All that the page about a group's answers shows. */
export interface AnswersShown extends Answering, Beside {
  /** Those of its people whom the viewer may see. */
  readonly people: ReadonlyMap<PersonId, Reached>;
  readonly readBy: UserId;
}

/** Gathers a group's answers for a page; each reading is logged. */
@Injectable()
export class AnswersReading {
  constructor(
    private readonly answering: GroupAnswers,
    private readonly beside: AnswersBeside,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, groupId: GroupId): Promise<AnswersShown> {
    const answering = await this.answering.of(viewer, groupId);
    const { serviceUserId, members } = answering.group;
    const ids = members.map(({ personId }) => personId);
    await this.audit.record(viewer, { action: 'answers.read', about: serviceUserId, subjects: [groupId, ...ids] });
    return {
      ...answering,
      ...(await this.beside.of(answering)),
      people: await this.people.reaches(viewer, ids),
      readBy: viewer.userId,
    };
  }
}
