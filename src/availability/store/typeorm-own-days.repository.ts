import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { OwnDays, OwnDaysId } from '../domain/own-days';
import { OwnDaysRepository } from '../own-days.repository';
import { ownDaysSchema, quietWeeksSchema } from './own-days.schemas';

@Injectable()
export class TypeormOwnDaysRepository extends OwnDaysRepository {
  constructor(private readonly database: Database) {
    super();
  }

  all(organisationId: OrganisationId): Promise<readonly OwnDays[]> {
    const order = { from: 'ASC', until: 'ASC', id: 'ASC' } as const;
    return this.database.repository(ownDaysSchema).find({ where: { organisationId }, order });
  }

  async add(days: readonly OwnDays[]): Promise<void> {
    await this.database.repository(ownDaysSchema).save([...days], { chunk: 100 });
  }

  async remove(organisationId: OrganisationId, id: OwnDaysId): Promise<void> {
    await this.database.repository(ownDaysSchema).delete({ organisationId, id });
  }

  async quietWeeksOf(organisationId: OrganisationId): Promise<readonly number[] | null> {
    const row = await this.database.repository(quietWeeksSchema).findOneBy({ organisationId });
    return row?.weeks ?? null;
  }

  async saveQuietWeeks(organisationId: OrganisationId, weeks: readonly number[]): Promise<void> {
    await this.database.repository(quietWeeksSchema).upsert({ organisationId, weeks }, ['organisationId']);
  }
}
