import { Injectable } from '@nestjs/common';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import type { Message } from '../outbox/domain/delivery';
import { overviewRevision } from './domain/call-list';
import { InvitationRepository } from './invitation.repository';

/** The revision a message would have today; null when the meeting it is about is gone or called off. */
export type RevisionOf = (message: Message) => number | null;

/** Tells what messages would have to say today. */
@Injectable()
export class RevisionsNow {
  constructor(
    private readonly meetings: Meetings,
    private readonly invitations: InvitationRepository,
  ) {}

  /** The messages are of one group. */
  async of(messages: readonly Message[]): Promise<RevisionOf> {
    const about = messages.flatMap(({ meetingId }) => meetingId ?? []);
    const ofYear = messages.find(({ meetingId }) => meetingId === null);
    const called = ofYear ? await this.calledIn(ofYear) : [];
    const organisationId = messages[0]?.organisationId;
    const ids = [...new Set([...about, ...called])];
    const found = organisationId && ids.length > 0 ? await this.meetings.ofOrganisation(organisationId, ids) : [];
    const meetings = new Map(found.map((meeting) => [meeting.id, meeting]));
    const year = overviewRevision(called.flatMap((id) => meetings.get(id) ?? []));
    return ({ meetingId }) => (meetingId === null ? year : revisionOf(meetings.get(meetingId)));
  }

  // Every meeting that anybody was called to has invitations, and no other has.
  private async calledIn({ organisationId, groupId }: Message): Promise<readonly Meeting['id'][]> {
    const invitations = await this.invitations.ofGroup(organisationId, groupId);
    return [...new Set(invitations.map(({ meetingId }) => meetingId))];
  }
}

const revisionOf = (meeting: Meeting | undefined): number | null =>
  meeting === undefined || meeting.state === 'cancelled' ? null : meeting.revision;
