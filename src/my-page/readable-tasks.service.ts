import { Injectable } from '@nestjs/common';
import { HeldBackTasks } from '../notes/held-back-tasks.service';
import type { Task } from '../progress/domain/task';
import { Tasks } from '../progress/tasks.service';
import { tasksFor } from './domain/own-tasks';
import type { OwnRoom } from './own-rooms.service';

/** The tasks that one person may read today, soonest first. */
@Injectable()
export class ReadableTasks {
  constructor(
    private readonly tasks: Tasks,
    private readonly heldBack: HeldBackTasks,
  ) {}

  async of({ group: { organisationId, id }, year: { reader } }: OwnRoom): Promise<readonly Task[]> {
    const all = await this.tasks.tasksOf(organisationId, id);
    return tasksFor(all, reader, await this.heldBack.among(organisationId, all));
  }
}
