import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AgendaLife } from '../agendas/agenda-life.service';
import { AgendaReleases } from '../agendas/agenda-releases.service';
import { DomainError } from '../kernel/domain-error';
import { Stamp } from '../people/stamp.service';
import { type Attendance, type Leading, wasThere } from './domain/attendance';
import { itemsAtStart, Notes } from './domain/notes';
import { NotesChanges } from './notes-changes.service';
import type { NotesShown } from './notes-reading.service';

export interface Start {
  readonly attendance: readonly Attendance[];
  readonly leading: Leading;
  /** Said outright that it is no meeting but a reconciliation between professionals. */
  readonly isReconciliation: boolean;
}

/** Begins a meeting: its agenda is under way, and its notes can be written. */
@Injectable()
export class Beginning {
  constructor(
    private readonly changes: NotesChanges,
    private readonly agendas: AgendaLife,
    private readonly releases: AgendaReleases,
    private readonly stamp: Stamp,
  ) {}

  async begin(viewer: Viewer, { meeting, group, agenda, notes }: NotesShown, start: Start): Promise<Notes> {
    if (notes) return notes;
    const { serviceUserId, organisationId } = group;
    const isHeld = wasThere(start.attendance, serviceUserId);
    if (!isHeld && !start.isReconciliation)
      throw new DomainError('heldWithoutServiceUser', { field: 'reconciliation' });
    if (isHeld && !meeting.wasCalled) throw new DomainError('meetingNotCalled', { number: meeting.number });
    // Nobody in the room can wait for an agenda to be let out first.
    if (agenda.state === 'draft') await this.releases.release(viewer, meeting.id);
    await this.agendas.begin(viewer, meeting.id);
    const origin = { id: this.stamp.id<'notes'>(), organisationId, groupId: group.id, meetingId: meeting.id };
    const { attendance, leading } = start;
    const items = itemsAtStart(agenda);
    const begunAt = this.stamp.now();
    const [first] = items;
    const screen = { takenUp: first?.itemId ?? null, takenUpAt: begunAt };
    const given = { ...origin, serviceUserId, ...leading, attendance, items, lines: [], begunAt, ...screen };
    return this.changes.begin(viewer, new Notes(given));
  }
}
