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

/** What somebody said when they talked: their answer, and what they want taken up, if anything. */
export interface Spoken extends Said {
  readonly takeUp: string;
}

/** Writes down what somebody answered by word. */
@Injectable()
export class AnswerNotes {
  constructor(
    private readonly answers: Answers,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async note(viewer: Viewer, noting: Noting, { takeUp, ...said }: Spoken): Promise<void> {
    const { meeting, now } = noting;
    if (hasBegun(meeting, now)) throw new DomainError('meetingHasBegun');
    if (said.revision > meeting.revision) throw new DomainError('noSuchRevision', { given: said.revision });
    const hasAnswered = await this.answer(viewer, noting, said);
    if (takeUp !== '') await this.answers.wish({ ...placeOf(noting), kind: 'takeUp', text: takeUp, at: now }, viewer);
    if (!hasAnswered && takeUp === '') return;
    const subjects = [meeting.groupId, meeting.id];
    await this.audit.record(viewer, { action: 'answer.noted', about: noting.personId, subjects });
  }

  /** Whether it was anything new. */
  private async answer(viewer: Viewer, noting: Noting, said: Said): Promise<boolean> {
    const { meeting, personId, book, now } = noting;
    if (!saysAnew(said, book.of(meeting.id, personId), meeting.since)) return false;
    const source = `phone:${this.stamp.id()}`;
    await this.answers.give({ ...placeOf(noting), ...said, by: viewer.userId, actedAt: now, source });
    return true;
  }
}

const placeOf = ({ group: { organisationId, id: groupId }, meeting: { id: meetingId }, personId }: Noting) => ({
  ...{ organisationId, groupId, meetingId, personId },
  way: 'phone' as const,
});
