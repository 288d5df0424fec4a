import { Injectable } from '@nestjs/common';
import type { MeetingId, OrganisationId, PersonId } from '../kernel/identifiers';
import { InvitationRepository } from './invitation.repository';

/** Tells what a meeting is called in somebody's calendar, for answers that come back from there. */
@Injectable()
export class CalendarNames {
  constructor(private readonly invitations: InvitationRepository) {}

  /** The UID; null when the person has never been called to the meeting. */
  async of(organisationId: OrganisationId, meetingId: MeetingId, personId: PersonId): Promise<string | null> {
    return (await this.invitations.find(organisationId, meetingId, personId))?.uid ?? null;
  }
}
