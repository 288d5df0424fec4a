import { Injectable } from '@nestjs/common';
import { Groups } from '../groups/groups.service';
import type { MeetingId } from '../kernel/identifiers';
import { Meetings } from '../meetings/meetings.service';
import { People } from '../people/people.service';
import { overviewRevision } from './domain/call-list';
import type { Delivery, Message, StopReason } from './domain/delivery';
import { stillRight } from './domain/still-right';
import { InvitationRepository } from './invitation.repository';
import { MayStillGo } from './may-still-go';

/** Looks once more, at the moment a mail is taken up, at everything its sending rested on. */
@Injectable()
export class LastLook extends MayStillGo {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly meetings: Meetings,
    private readonly invitations: InvitationRepository,
  ) {
    super();
  }

  async ask({ message }: Delivery): Promise<'yes' | StopReason> {
    const { organisationId, groupId, personId } = message;
    return stillRight(message, {
      standing: await this.groups.standing(organisationId, groupId, personId),
      reach: await this.people.reachNow(organisationId, personId),
      revision: await this.revisionNow(message),
    });
  }

  private revisionNow(message: Message): Promise<number | null> {
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
