import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { Hold } from '../domain/hold';
import { HoldsRepository } from '../holds.repository';
import { deliverySchema, holdSchema } from './outbox.schemas';

@Injectable()
export class TypeormHoldsRepository extends HoldsRepository {
  constructor(private readonly database: Database) {
    super();
  }

  of(organisationId: OrganisationId): Promise<Hold | null> {
    return this.table.findOneBy({ organisationId });
  }

  async put(hold: Hold): Promise<void> {
    await this.table.save({ ...hold });
  }

  async remove(organisationId: OrganisationId): Promise<void> {
    await this.table.delete({ organisationId });
  }

  async organisations(): Promise<readonly OrganisationId[]> {
    const rows = await this.database
      .repository(deliverySchema)
      .createQueryBuilder('delivery')
      .select('DISTINCT delivery.organisationId', 'id')
      .getRawMany<{ id: OrganisationId }>();
    return rows.map(({ id }) => id);
  }

  private get table() {
    return this.database.repository(holdSchema);
  }
}
