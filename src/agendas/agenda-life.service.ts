import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import type { AgendaItemId, MeetingId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { AgendaChanges } from './agenda-changes.service';
import { Agendas } from './agendas.service';
import type { Agenda } from './domain/agenda';
import { carriedOver, type WayOfCarrying } from './domain/carrying-over';
import { Proposals } from './proposals.service';

/** What becomes of an agenda when its meeting is held. */
@Injectable()
export class AgendaLife {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly agendas: Agendas,
    private readonly proposals: Proposals,
    private readonly stamp: Stamp,
  ) {}

  begin(viewer: Viewer, meetingId: MeetingId): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.begun', ({ agenda }) => agenda.begin());
  }

  /** What was proposed and not answered waits for the next meeting. */
  async close(viewer: Viewer, meetingId: MeetingId): Promise<Agenda> {
    const { meeting } = await this.agendas.get(viewer, meetingId);
    const closed = await this.changes.change(viewer, meetingId, 'agenda.closed', ({ agenda }) => agenda.close());
    const { organisationId, groupId } = meeting;
    await this.proposals.waitOn({ organisationId, groupId, meetingId });
    return closed;
  }

  /** To the group's next meeting, whose agenda is returned. */
  async carryOver(
    viewer: Viewer,
    meetingId: MeetingId,
    itemId: AgendaItemId,
    way: WayOfCarrying,
  ): Promise<Agenda | null> {
    const { meeting } = await this.agendas.get(viewer, meetingId);
    const carrying = { meetingId, itemId, way, newId: this.stamp.id<'agenda item'>() };
    const changed = await this.changes.changeAll(viewer, meeting.groupId, 'agenda.item-carried', (all) =>
      carriedOver(all, carrying),
    );
    return changed.find((agenda) => agenda.meetingId !== meetingId) ?? null;
  }
}
