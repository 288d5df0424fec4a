import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { BusySpan, BusySpanId, WeeklyHours } from '../domain/personal-hours';
import { YearPlan } from '../domain/year-plan';
import type { YearWishesParts } from '../domain/year-wishes';
import { Owner, PlanningRepository } from '../planning.repository';
import { busySpanSchema, weeklyHoursSchema, type YearPlanRow, yearPlanSchema } from './planning.schemas';

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

  hoursOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly WeeklyHours[]> {
    return this.database.repository(weeklyHoursSchema).find({
      where: { organisationId, personId: In([...people]) },
      order: { weekday: 'ASC', opens: 'ASC' },
    });
  }

  async replaceHours({ organisationId, personId }: Owner, hours: readonly WeeklyHours[]): Promise<void> {
    const rows = this.database.repository(weeklyHoursSchema);
    await rows.delete({ organisationId, personId });
    await rows.insert([...hours]);
  }

  busyOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly BusySpan[]> {
    return this.database.repository(busySpanSchema).find({
      where: { organisationId, personId: In([...people]) },
      order: { starts: 'ASC' },
    });
  }

  async addBusy(span: BusySpan): Promise<void> {
    await this.database.repository(busySpanSchema).insert(span);
  }

  async removeBusy({ organisationId, personId }: Owner, id: BusySpanId): Promise<void> {
    await this.database.repository(busySpanSchema).delete({ organisationId, personId, id });
  }
}
