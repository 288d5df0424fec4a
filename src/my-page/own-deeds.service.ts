import { Injectable } from '@nestjs/common';
import type { ProposalId } from '../agendas/domain/proposal';
import { Proposals } from '../agendas/proposals.service';
import { ServiceUserAnswers } from '../agendas/service-user-answers.service';
import { linkHolder } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId } from '../kernel/identifiers';
import type { TaskId } from '../progress/domain/task';
import { Tasks } from '../progress/tasks.service';
import { type OwnRoom, placeOf } from './own-rooms.service';

/** What somebody does on their own page: wishes, answers to others' wishes, and tasks. */
@Injectable()
export class OwnDeeds {
  constructor(
    private readonly proposals: Proposals,
    private readonly answers: ServiceUserAnswers,
    private readonly tasks: Tasks,
  ) {}

  /** For the next meeting. Who comes to one item only proposes nothing. */
  async propose(room: OwnRoom, words: string): Promise<void> {
    const [next] = room.year.ahead;
    if (room.year.isGuests) throw new DomainError('notFound');
    if (!next) throw new DomainError('noMeetingToPropose');
    await this.proposals.propose({ ...ownPlace(room, next.meeting.id), words });
  }

  accept(room: OwnRoom, meetingId: MeetingId, proposalId: ProposalId): Promise<void> {
    return this.answers.accept(ownPlace(room, meetingId), proposalId);
  }

  decline(room: OwnRoom, meetingId: MeetingId, proposalId: ProposalId): Promise<void> {
    return this.answers.decline(ownPlace(room, meetingId), proposalId);
  }

  async become(room: OwnRoom, taskId: TaskId, state: 'open' | 'done'): Promise<void> {
    await this.tasks.becomeOwn(placeOf(room), taskId, state);
  }
}

const ownPlace = (room: OwnRoom, meetingId: MeetingId) => ({
  ...placeOf(room),
  ...{ meetingId, by: linkHolder(room.group, 'link-and-code') },
});
