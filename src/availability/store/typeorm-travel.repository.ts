import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { TravelTime } from '../domain/travel-time';
import { TravelRepository } from '../travel.repository';
import { travelTimeSchema } from './things.schemas';

@Injectable()
export class TypeormTravelRepository extends TravelRepository {
  constructor(private readonly database: Database) {
    super();
  }

  of(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly TravelTime[]> {
    return this.database.repository(travelTimeSchema).findBy({ organisationId, personId: In([...people]) });
  }

  async save(travel: TravelTime): Promise<void> {
    await this.database.repository(travelTimeSchema).upsert(travel, ['personId']);
  }
}
