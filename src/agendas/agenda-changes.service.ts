import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import { AgendasRepository } from './agendas.repository';
import { Agendas, type MeetingAgenda } from './agendas.service';
import type { Agenda } from './domain/agenda';

/** The one way agendas are changed: load, decide, save, write down. */
@Injectable()
export class AgendaChanges {
  constructor(
    private readonly agendas: Agendas,
    private readonly kept: AgendasRepository,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
  ) {}

  async change(
    viewer: Viewer,
    meetingId: MeetingId,
    action: string,
    decide: (before: MeetingAgenda) => Agenda,
  ): Promise<Agenda> {
    const before = await this.agendas.get(viewer, meetingId);
    const after = decide(before);
    await this.save(viewer, before.meeting.groupId, { action, agendas: [after] });
    return after;
  }

  /** All of a group's agendas at once; those that `decide` leaves out stay as they are. */
  async changeAll(
    viewer: Viewer,
    groupId: GroupId,
    action: string,
    decide: (before: readonly MeetingAgenda[]) => readonly Agenda[],
  ): Promise<readonly Agenda[]> {
    const agendas = decide(await this.agendas.ofGroup(viewer, groupId));
    await this.save(viewer, groupId, { action, agendas });
    return agendas;
  }

  private async save(
    viewer: Viewer,
    groupId: GroupId,
    { action, agendas }: { readonly action: string; readonly agendas: readonly Agenda[] },
  ): Promise<void> {
    const group = await this.groups.get(viewer, groupId);
    await this.kept.save(agendas);
    const subjects = [groupId, ...agendas.map((agenda) => agenda.meetingId)];
    await this.audit.record(viewer, { action, about: group.serviceUserId, subjects });
  }
}
