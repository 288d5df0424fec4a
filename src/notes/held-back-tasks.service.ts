import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../kernel/identifiers';
import type { Task, TaskId } from '../progress/domain/task';
import { heldBackAmong } from './domain/held-back';
import { NotesRepository } from './notes.repository';

/** Tells which tasks go no further than the service user and those who do them, as long as their notes do not. */
@Injectable()
export class HeldBackTasks {
  constructor(private readonly kept: NotesRepository) {}

  /** Those that were taken on at a meeting whose notes are not released, and those that were struck in them. */
  async among(organisationId: OrganisationId, tasks: readonly Task[]): Promise<ReadonlySet<TaskId>> {
    const meetings = tasks.flatMap(({ meetingId }) => (meetingId === null ? [] : [meetingId]));
    if (meetings.length === 0) return new Set();
    return heldBackAmong(tasks, await this.kept.of(organisationId, [...new Set(meetings)]));
  }
}
