import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import { AgendaCircle, type Circle } from './agenda-circle.service';
import { Agendas, type MeetingAgenda } from './agendas.service';

/** One agenda with all that its page shows. */
export interface AgendaShown extends MeetingAgenda, Circle {
  readonly group: ResourceGroup;
}

/** Gives pages their agendas, and writes down that they were shown. */
@Injectable()
export class AgendaReading {
  constructor(
    private readonly agendas: Agendas,
    private readonly circle: AgendaCircle,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
  ) {}

  async of(viewer: Viewer, meetingId: MeetingId): Promise<AgendaShown> {
    const found = await this.agendas.get(viewer, meetingId);
    const group = await this.groups.get(viewer, found.meeting.groupId);
    await this.seen(viewer, group, [found]);
    return { ...found, group, ...(await this.circle.of(viewer, group, meetingId)) };
  }

  async ofGroup(
    viewer: Viewer,
    groupId: GroupId,
  ): Promise<{ readonly group: ResourceGroup; readonly agendas: readonly MeetingAgenda[] }> {
    const group = await this.groups.get(viewer, groupId);
    const agendas = await this.agendas.ofGroup(viewer, groupId);
    await this.seen(viewer, group, agendas);
    return { group, agendas };
  }

  private seen(viewer: Viewer, group: ResourceGroup, shown: readonly MeetingAgenda[]): Promise<void> {
    const subjects = [group.id, ...shown.map(({ meeting }) => meeting.id)];
    return this.audit.record(viewer, { action: 'agenda.read', about: group.serviceUserId, subjects });
  }
}
