import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { OrganisationId, ThingId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Thing } from '../domain/thing';
import { ThingsRepository } from '../things.repository';
import { thingSchema } from './things.schemas';

// Whoever has a link's address can join every meeting that is held in it.
const sealed = new SealedTable<Thing>('thing', ['place']);

@Injectable()
export class TypeormThingsRepository extends ThingsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async all(organisationId: OrganisationId): Promise<readonly Thing[]> {
    const order = { name: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(thingSchema).find({ where: { organisationId }, order });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  async some(organisationId: OrganisationId, ids: readonly ThingId[]): Promise<readonly Thing[]> {
    const rows = await this.database.repository(thingSchema).findBy({ organisationId, id: In([...ids]) });
    return rows.map((row) => sealed.open(row, this.seal));
  }

  async save(thing: Thing): Promise<void> {
    await this.database.repository(thingSchema).save(sealed.close(thing, this.seal));
  }
}
