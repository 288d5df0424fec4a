import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { Stamp } from '../people/stamp.service';
import type { GroupId, MeetingId } from '../kernel/identifiers';
import { AgendaChanges } from './agenda-changes.service';
import type { Agenda } from './domain/agenda';

/** Lets agendas go out with the call; from then on they stay as they are. */
@Injectable()
export class AgendaReleases {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly stamp: Stamp,
  ) {}

  release(viewer: Viewer, meetingId: MeetingId): Promise<Agenda> {
    return this.changes.change(viewer, meetingId, 'agenda.released', ({ agenda }) => agenda.release(this.stamp.now()));
  }

  /** Those that have been released before stay as they were; returns the others. */
  releaseAll(viewer: Viewer, groupId: GroupId): Promise<readonly Agenda[]> {
    const now = this.stamp.now();
    return this.changes.changeAll(viewer, groupId, 'agenda.released', (all) =>
      all.filter(({ agenda }) => !agenda.isReleased).map(({ agenda }) => agenda.release(now)),
    );
  }
}
