import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AgendaReleases } from '../agendas/agenda-releases.service';
import { Agendas, type MeetingAgenda } from '../agendas/agendas.service';
import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { Meeting } from '../meetings/domain/meeting';
import type { ToldMeeting } from '../meetings/domain/told-meeting';
import { Meetings } from '../meetings/meetings.service';

/** The group's meetings with what they take up: as they stand now, or fixed for good by sending them. */
@Injectable()
export class AgendasToSend {
  constructor(
    private readonly agendas: Agendas,
    private readonly releases: AgendaReleases,
    private readonly meetings: Meetings,
  ) {}

  asTheyStand(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    return this.agendas.ofGroup(viewer, groupId);
  }

  async released(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    await this.releases.releaseAll(viewer, groupId);
    return this.asTheyStand(viewer, groupId);
  }

  /** Without a viewer, for what the program does by itself. */
  async byItself(organisationId: OrganisationId, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    return this.agendas.ofMeetings(await this.meetings.allOf(organisationId, groupId));
  }

  /** Whether anything was let out that had not been let out before. */
  async releasedByItself(meetings: readonly Meeting[]): Promise<boolean> {
    return (await this.releases.releaseByItself(meetings)).length > 0;
  }

  /** The meetings as they were each time people were called to them. */
  toldBefore(organisationId: OrganisationId, meetings: readonly Meeting[]): Promise<readonly ToldMeeting[]> {
    return this.meetings.toldOf(
      organisationId,
      meetings.map(({ id }) => id),
    );
  }
}
