import { Injectable } from '@nestjs/common';
import type { Proposal } from '../agendas/domain/proposal';
import { Proposals } from '../agendas/proposals.service';
import { type ReadableNotes, NotesToRead } from '../notes/notes-to-read.service';
import type { Goal } from '../progress/domain/goal';
import type { Task } from '../progress/domain/task';
import { Goals } from '../progress/goals.service';
import { isServiceUsers, type OwnRoom } from './own-rooms.service';
import { ReadableTasks } from './readable-tasks.service';

/** What stands on somebody's own page, as far as they may read it. */
export interface Mine {
  readonly room: OwnRoom;
  /** Soonest first. */
  readonly tasks: readonly Task[];
  /** Newest meeting first. */
  readonly notes: readonly ReadableNotes[];
  /** Their own to the meetings ahead, and for the service user also those of others that wait. */
  readonly proposals: readonly Proposal[];
  /** Only the service user's, and only those they are working on. */
  readonly goals: readonly Goal[];
}

/** Gathers somebody's own page; whoever shows it writes that down. */
@Injectable()
export class MineReading {
  constructor(
    private readonly tasks: ReadableTasks,
    private readonly goals: Goals,
    private readonly notes: NotesToRead,
    private readonly proposals: Proposals,
  ) {}

  async of(room: OwnRoom): Promise<Mine> {
    const { organisationId, id } = room.group;
    const { reader, meetings } = room.year;
    const ids = meetings.map(({ meeting }) => meeting.id);
    const notes = await this.notes.of(organisationId, ids, reader);
    return {
      room,
      tasks: await this.tasks.of(room),
      notes: notes.toSorted((a, b) => ids.indexOf(b.notes.meetingId) - ids.indexOf(a.notes.meetingId)),
      proposals: await this.proposalsIn(room),
      goals: isServiceUsers(room) ? (await this.goals.goalsOf(organisationId, id)).filter((one) => one.isActive) : [],
    };
  }

  private async proposalsIn(room: OwnRoom): Promise<readonly Proposal[]> {
    const { reader, ahead } = room.year;
    const ids = ahead.map(({ meeting }) => meeting.id);
    const all = await this.proposals.ofMeetings(room.group.organisationId, ids);
    return all.filter((one) => one.personId === reader.personId || (one.isWaiting && isServiceUsers(room)));
  }
}
