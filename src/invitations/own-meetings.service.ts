import { Injectable } from '@nestjs/common';
import { Meetings } from '../meetings/meetings.service';
import { asTold } from './domain/as-told';
import type { OwnMeeting } from './domain/own-year';
import { InvitationRepository } from './invitation.repository';
import type { LinkPlace } from './domain/personal-link';

/** Finds the meetings one person was called to, as they were told of them. */
@Injectable()
export class OwnMeetings {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly meetings: Meetings,
  ) {}

  async of({ organisationId, groupId, personId }: LinkPlace): Promise<readonly OwnMeeting[]> {
    const all = await this.invitations.ofGroup(organisationId, groupId);
    const uids = new Map(all.filter((one) => one.personId === personId).map(({ meetingId, uid }) => [meetingId, uid]));
    const ids = [...uids.keys()];
    const meetings = await this.meetings.ofOrganisation(organisationId, ids);
    const told = await this.meetings.toldOf(organisationId, ids);
    return meetings.map((meeting) => ({ meeting: asTold(meeting, told), uid: uids.get(meeting.id) ?? '' }));
  }
}
