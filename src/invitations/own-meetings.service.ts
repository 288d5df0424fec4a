import { Injectable } from '@nestjs/common';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import type { ToldMeeting } from '../meetings/domain/told-meeting';
import { Meetings } from '../meetings/meetings.service';
import { KeptMessages } from '../outbox/kept-messages.service';
import { asTold, partAsTold, staysAway } from './domain/as-told';
import type { OwnMeeting } from './domain/own-year';
import { InvitationRepository } from './invitation.repository';
import type { LinkPlace } from './domain/personal-link';
import { type ToldSoFar, toldSoFar } from './domain/told-so-far';

/** Finds the meetings one person was called to, as they were told of them. */
@Injectable()
export class OwnMeetings {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly meetings: Meetings,
    private readonly kept: KeptMessages,
  ) {}

  /** Without those that go on without them. */
  async of(place: LinkPlace): Promise<readonly OwnMeeting[]> {
    const { uids, meetings, told } = await this.calledTo(place);
    const known = await this.knownTo(place, told);
    return meetings
      .filter((meeting) => !staysAway(meeting, known.get(meeting.id)))
      .map((meeting) => ({ meeting: asTold(meeting, told), uid: uids.get(meeting.id) ?? '' }));
  }

  /** For somebody who comes to one item of each: their own part, and none of a meeting that goes on without them. */
  async partsOf(place: LinkPlace): Promise<readonly OwnMeeting[]> {
    const { uids, meetings, told } = await this.calledTo(place);
    const known = await this.knownTo(place, told);
    return meetings.flatMap((meeting) => {
      const part = partAsTold(meeting, known.get(meeting.id));
      return part ? [{ meeting: part, uid: uids.get(meeting.id) ?? '' }] : [];
    });
  }

  private async knownTo(place: LinkPlace, told: CalledTo['told']): Promise<ToldSoFar> {
    return toldSoFar(await this.kept.ofGroup(place.organisationId, place.groupId), place.personId, told);
  }

  private async calledTo({ organisationId, groupId, personId }: LinkPlace): Promise<CalledTo> {
    const uids = await this.uidsOf(personId, { organisationId, groupId });
    const ids = [...uids.keys()];
    const meetings = await this.meetings.ofOrganisation(organisationId, ids);
    return { uids, meetings, told: await this.meetings.toldOf(organisationId, ids) };
  }

  private async uidsOf(
    personId: PersonId,
    { organisationId, groupId }: Pick<LinkPlace, 'organisationId' | 'groupId'>,
  ): Promise<CalledTo['uids']> {
    const all = await this.invitations.ofGroup(organisationId, groupId);
    return new Map(all.filter((one) => one.personId === personId).map(({ meetingId, uid }) => [meetingId, uid]));
  }
}

interface CalledTo {
  readonly uids: ReadonlyMap<MeetingId, string>;
  readonly meetings: readonly Meeting[];
  /** The meetings as they were each time people were called to them. */
  readonly told: readonly ToldMeeting[];
}
