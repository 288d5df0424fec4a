import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Stamp } from '../people/stamp.service';
import { Answers } from './answers.service';
import { hasBegun } from './domain/coming-meetings';
import { type Said, saysAnew } from './domain/says-anew';
import type { Answering } from './group-answers.service';

/** One member and one meeting, as the coordinator has them before them. */
export interface Noting extends Answering {
  readonly meeting: Meeting;
  readonly personId: PersonId;
}

/** Writes down what somebody answered by word. */
@Injectable()
export class AnswerNotes {
  constructor(
    private readonly answers: Answers,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async note(viewer: Viewer, { group, meeting, personId, book, now }: Noting, said: Said): Promise<void> {
    const { organisationId, id: groupId } = group;
    const { id: meetingId, revision, since } = meeting;
    if (hasBegun(meeting, now)) throw new DomainError('meetingHasBegun');
    if (said.revision > revision) throw new DomainError('noSuchRevision', { given: said.revision });
    if (!saysAnew(said, book.of(meetingId, personId), since)) return;
    const place = { organisationId, groupId, meetingId, personId };
    const way = { way: 'phone', by: viewer.userId, actedAt: now, source: `phone:${this.stamp.id()}` } as const;
    await this.answers.give({ ...place, ...said, ...way });
    await this.audit.record(viewer, { action: 'answer.noted', about: personId, subjects: [groupId, meetingId] });
  }
}
