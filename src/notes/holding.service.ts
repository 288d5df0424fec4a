import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AgendaLife } from '../agendas/agenda-life.service';
import type { AgendaItemId, MeetingId } from '../kernel/identifiers';
import { Bookings } from '../meetings/bookings.service';
import { Stamp } from '../people/stamp.service';
import type { Attendance, Leading } from './domain/attendance';
import type { Notes } from './domain/notes';
import { NotesChanges } from './notes-changes.service';

/** The meeting itself, from when it has begun until it is over. */
@Injectable()
export class Holding {
  constructor(
    private readonly changes: NotesChanges,
    private readonly agendas: AgendaLife,
    private readonly bookings: Bookings,
    private readonly stamp: Stamp,
  ) {}

  attend(viewer: Viewer, meetingId: MeetingId, attendance: readonly Attendance[], leading: Leading): Promise<Notes> {
    return this.changes.change(viewer, meetingId, { action: 'notes.attendance' }, async (before) => {
      const after = before.attended(attendance, leading);
      if (before.isOver && after.isHeld && !before.isHeld) await this.bookings.held(viewer, meetingId);
      return after;
    });
  }

  takeUp(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId): Promise<Notes> {
    const isNeeded = (notes: Notes): boolean => !notes.isOver && notes.takenUp !== itemId;
    return this.changes.change(viewer, meetingId, { action: 'notes.item-taken-up', isNeeded }, (notes) =>
      notes.takeUp(itemId, this.stamp.now()),
    );
  }

  /** To the group's next meeting; what has been written about it here stays. */
  putOff(viewer: Viewer, meetingId: MeetingId, itemId: AgendaItemId): Promise<Notes> {
    const isNeeded = (notes: Notes): boolean => !notes.item(itemId).isPutOff;
    return this.changes.change(viewer, meetingId, { action: 'notes.item-put-off', isNeeded }, async (notes) => {
      const after = notes.putOff(itemId);
      await this.agendas.carryOver(viewer, meetingId, itemId, 'move');
      return after;
    });
  }

  /** With the service user there it has been held; without them it never is. */
  end(viewer: Viewer, meetingId: MeetingId): Promise<Notes> {
    const isNeeded = (notes: Notes): boolean => !notes.isOver;
    return this.changes.change(viewer, meetingId, { action: 'notes.meeting-ended', isNeeded }, async (notes) => {
      await this.agendas.close(viewer, meetingId);
      if (notes.isHeld) await this.bookings.held(viewer, meetingId);
      return notes.end(this.stamp.now());
    });
  }
}
