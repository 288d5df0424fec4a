import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AgendaReleases } from '../agendas/agenda-releases.service';
import { Agendas, type MeetingAgenda } from '../agendas/agendas.service';
import type { GroupId } from '../kernel/identifiers';

/** The group's meetings with what they take up: as they stand now, or fixed for good by sending them. */
@Injectable()
export class AgendasToSend {
  constructor(
    private readonly agendas: Agendas,
    private readonly releases: AgendaReleases,
  ) {}

  asTheyStand(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    return this.agendas.ofGroup(viewer, groupId);
  }

  async released(viewer: Viewer, groupId: GroupId): Promise<readonly MeetingAgenda[]> {
    await this.releases.releaseAll(viewer, groupId);
    return this.asTheyStand(viewer, groupId);
  }
}
