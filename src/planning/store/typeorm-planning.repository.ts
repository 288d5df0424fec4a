import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { GroupId, OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { BusySpan, BusySpanId, WeeklyHours } from '../domain/personal-hours';
import type { YearPlan } from '../domain/year-plan';
import { Owner, PlanningRepository } from '../planning.repository';
import { busySpanSchema, weeklyHoursSchema, yearPlanSchema } from './planning.schemas';

@Injectable()
export class TypeormPlanningRepository extends PlanningRepository {
  constructor(private readonly database: Database) {
    super();
  }

  planOf(organisationId: OrganisationId, groupId: GroupId): Promise<YearPlan | null> {
    return this.database.repository(yearPlanSchema).findOneBy({ organisationId, groupId });
  }

  async savePlan(plan: YearPlan): Promise<void> {
    await this.database.repository(yearPlanSchema).save(plan);
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
