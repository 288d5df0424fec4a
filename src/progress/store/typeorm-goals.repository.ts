import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Goal } from '../domain/goal';
import { GoalsRepository } from '../goals.repository';
import { type GoalRow, goalSchema } from './progress.schemas';
import { oldestFirst, StepsTable } from './steps';

const sealed = new SealedTable<GoalRow>('goal', ['words']);

@Injectable()
export class TypeormGoalsRepository extends GoalsRepository {
  private readonly steps: StepsTable;

  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
    this.steps = new StepsTable(database, seal);
  }

  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Goal[]> {
    const rows = await this.database.repository(goalSchema).findBy({ organisationId, groupId });
    const steps = await this.steps.ofGroup(organisationId, groupId);
    const goals = rows.map(
      (row) => new Goal({ ...sealed.open(row, this.seal), steps: steps.filter((step) => step.subjectId === row.id) }),
    );
    return oldestFirst(goals);
  }

  async save({ steps, ...row }: Goal): Promise<void> {
    await this.database.repository(goalSchema).save(sealed.close(row, this.seal));
    await this.steps.addLast(steps);
  }
}
