import { Injectable } from '@nestjs/common';
import type { Task, TaskId } from '../progress/domain/task';
import { Tasks } from '../progress/tasks.service';
import type { Notes } from './domain/notes';
import { HeldBackTasks } from './held-back-tasks.service';

/** What a meeting follows up. */
export interface TasksSince {
  /** Open ones from earlier meetings, soonest first. */
  readonly tasks: readonly Task[];
  /** Those of them that the service user has not let the others have. */
  readonly heldBack: ReadonlySet<TaskId>;
}

/** Finds the tasks that come up by themselves at a meeting. */
@Injectable()
export class EarlierTasks {
  constructor(
    private readonly tasks: Tasks,
    private readonly heldBack: HeldBackTasks,
  ) {}

  async before({ organisationId, groupId, meetingId }: Notes): Promise<TasksSince> {
    const open = await this.tasks.openOf(organisationId, groupId);
    const tasks = open.filter((task) => task.meetingId !== meetingId);
    return { tasks, heldBack: await this.heldBack.among(organisationId, tasks) };
  }
}
