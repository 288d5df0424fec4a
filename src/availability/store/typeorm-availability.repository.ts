import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { AvailabilityRepository, Owner } from '../availability.repository';
import type { BusySpan, BusySpanId, WeeklyHours } from '../domain/personal-hours';
import type { RecurringBusy, RecurringBusyId } from '../domain/recurring-busy';
import { busySpanSchema, weeklyHoursSchema } from './availability.schemas';
import { recurringBusySchema } from './calendar.schemas';

@Injectable()
export class TypeormAvailabilityRepository extends AvailabilityRepository {
  constructor(private readonly database: Database) {
    super();
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

  recurringOf(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly RecurringBusy[]> {
    return this.database.repository(recurringBusySchema).find({
      where: { organisationId, personId: In([...people]) },
      order: { firstDay: 'ASC', starts: 'ASC', id: 'ASC' },
    });
  }

  async addRecurring(time: RecurringBusy): Promise<void> {
    await this.database.repository(recurringBusySchema).insert(time);
  }

  async removeRecurring({ organisationId, personId }: Owner, id: RecurringBusyId): Promise<void> {
    await this.database.repository(recurringBusySchema).delete({ organisationId, personId, id });
  }
}
