import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, MeetingId, OrganisationId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import { Meetings } from '../meetings/meetings.service';
import { Agendas } from './agendas.service';
import { meetingAfter, takesItems } from './domain/carrying-over';

interface Wanted {
  readonly organisationId: OrganisationId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
}

/** The group, and the meeting where what is proposed can be taken up. */
export interface ProposalPlace {
  readonly group: ResourceGroup;
  /** null when no meeting is left that could. */
  readonly meeting: Meeting | null;
}

/** Finds where a proposal can be taken up: at the meeting it was for, or at the next one when that has begun. */
@Injectable()
export class ProposalPlaces {
  constructor(
    private readonly agendas: Agendas,
    private readonly meetings: Meetings,
    private readonly groups: Groups,
  ) {}

  async of({ organisationId, groupId, meetingId }: Wanted): Promise<ProposalPlace> {
    const group = await this.groups.ofOrganisation(organisationId, groupId);
    const all = await this.agendas.ofMeetings(await this.meetings.allOf(organisationId, groupId));
    const wanted = all.find(({ meeting }) => meeting.id === meetingId);
    if (!group || !wanted) throw new DomainError('notFound');
    const place = takesItems(wanted) ? wanted : meetingAfter(wanted.meeting, all);
    return { group, meeting: place?.meeting ?? null };
  }
}
