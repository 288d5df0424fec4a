import { Injectable } from '@nestjs/common';
import { Meetings } from '../meetings/meetings.service';
import type { OwnMeeting } from './domain/own-year';
import { InvitationRepository } from './invitation.repository';
import type { LinkPlace } from './domain/personal-link';

/** Finds the meetings one person was called to. */
@Injectable()
export class OwnMeetings {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly meetings: Meetings,
  ) {}

  async of({ organisationId, groupId, personId }: LinkPlace): Promise<readonly OwnMeeting[]> {
    const all = await this.invitations.ofGroup(organisationId, groupId);
    const uids = new Map(all.filter((one) => one.personId === personId).map(({ meetingId, uid }) => [meetingId, uid]));
    const meetings = await this.meetings.ofOrganisation(organisationId, [...uids.keys()]);
    return meetings.map((meeting) => ({ meeting, uid: uids.get(meeting.id) ?? '' }));
  }
}
