import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Task } from '../domain/task';
import { TasksRepository } from '../tasks.repository';
import { type TaskRow, taskSchema } from './progress.schemas';
import { oldestFirst, StepsTable } from './steps';

const sealed = new SealedTable<TaskRow>('task', ['what']);

@Injectable()
export class TypeormTasksRepository extends TasksRepository {
  private readonly steps: StepsTable;

  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
    this.steps = new StepsTable(database, seal);
  }

  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Task[]> {
    const rows = await this.database.repository(taskSchema).findBy({ organisationId, groupId });
    const steps = await this.steps.ofGroup(organisationId, groupId);
    const tasks = rows.map((row) => {
      const { audience, named, ...rest } = sealed.open(row, this.seal);
      const own = steps.filter((step) => step.subjectId === row.id);
      return new Task({ ...rest, readership: { audience, named }, steps: own });
    });
    return oldestFirst(tasks);
  }

  async save({ steps, readership, ...row }: Task): Promise<void> {
    await this.database.repository(taskSchema).save(sealed.close({ ...row, ...readership }, this.seal));
    await this.steps.addLast(steps);
  }
}
