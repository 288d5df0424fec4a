import { Injectable } from '@nestjs/common';
import type { MeetingId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import { overviewRevision } from './domain/call-list';
import type { Message } from '../outbox/domain/delivery';
import { InvitationRepository } from './invitation.repository';

/** Tells what a message would have to say today. */
@Injectable()
export class RevisionsNow {
  constructor(
    private readonly meetings: Meetings,
    private readonly invitations: InvitationRepository,
  ) {}

  /** null when the meeting it is about is gone or called off. */
  of(message: Message): Promise<number | null> {
    return message.meetingId === null ? this.yearsRevision(message) : this.meetingsRevision(message, message.meetingId);
  }

  private async meetingsRevision({ organisationId }: Message, id: MeetingId): Promise<number | null> {
    const [meeting] = await this.meetings.ofOrganisation(organisationId, [id]);
    return meeting === undefined || meeting.state === 'cancelled' ? null : meeting.revision;
  }

  // Every meeting that anybody was called to has invitations, and no other has.
  private async yearsRevision({ organisationId, groupId }: Message): Promise<number> {
    const invitations = await this.invitations.ofGroup(organisationId, groupId);
    const ids = [...new Set(invitations.map(({ meetingId }) => meetingId))];
    return overviewRevision(await this.meetings.ofOrganisation(organisationId, ids));
  }
}
