import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { YearPlan } from '../domain/year-plan';
import type { YearWishesParts } from '../domain/year-wishes';
import { PlanningRepository } from '../planning.repository';
import { type YearPlanRow, yearPlanSchema } from './planning.schemas';

const sealed = new SealedTable<YearPlanRow>('year_plan', ['wishes']);

@Injectable()
export class TypeormPlanningRepository extends PlanningRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async planOf(organisationId: OrganisationId, groupId: GroupId): Promise<YearPlan | null> {
    const row = await this.database.repository(yearPlanSchema).findOneBy({ organisationId, groupId });
    if (row === null) return null;
    const { wishes, ...plan } = sealed.open(row, this.seal);
    return new YearPlan({ ...plan, wishes: JSON.parse(wishes) as YearWishesParts });
  }

  async savePlan({ id, organisationId, groupId, state, wishes, proposal }: YearPlan): Promise<void> {
    const row = { id, organisationId, groupId, state, proposal, wishes: JSON.stringify(wishes) };
    await this.database.repository(yearPlanSchema).save(sealed.close(row, this.seal));
  }
}
