import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import type { Meeting } from '../meetings/domain/meeting';
import { NotesToRead } from '../notes/notes-to-read.service';
import { CrisisPlans } from '../progress/crisis-plans.service';
import { Goals } from '../progress/goals.service';
import { Tasks } from '../progress/tasks.service';
import type { Picture } from './domain/picture';

type WorkPart = Pick<Picture, 'goals' | 'tasks' | 'crisisPlan' | 'notes'>;

/** What the group works towards, and what came of its meetings; whether the viewer may see it has been asked before. */
@Injectable()
export class WorkOfGroup {
  constructor(
    private readonly goals: Goals,
    private readonly tasks: Tasks,
    private readonly crisisPlans: CrisisPlans,
    private readonly notes: NotesToRead,
  ) {}

  async of(group: ResourceGroup, meetings: readonly Meeting[]): Promise<WorkPart> {
    const { organisationId, id, serviceUserId } = group;
    const ids = meetings.map((meeting) => meeting.id);
    const reader = { personId: serviceUserId, part: 'service-user' } as const;
    return {
      goals: await this.goals.goalsOf(organisationId, id),
      tasks: await this.tasks.tasksOf(organisationId, id),
      crisisPlan: await this.crisisPlans.planOf(organisationId, id),
      notes: (await this.notes.of(organisationId, ids, reader)).map(({ notes }) => notes),
    };
  }
}
