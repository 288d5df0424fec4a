import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Nomination } from '../domain/nomination';
import { NominationRepository } from '../nomination.repository';
import type { Whose } from '../sociogram.repository';
import { nominationSchema, nominationStepSchema } from './sociogram.schemas';

@Injectable()
export class TypeormNominationRepository extends NominationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async of({ organisationId, serviceUserId }: Whose): Promise<readonly Nomination[]> {
    const rows = await this.database.repository(nominationSchema).findBy({ organisationId, serviceUserId });
    const steps = await this.database.repository(nominationStepSchema).find({
      where: { organisationId, nominationId: In(rows.map(({ id }) => id)) },
      order: { number: 'ASC' },
    });
    return rows.map((row) => new Nomination({ ...row, steps: steps.filter((one) => one.nominationId === row.id) }));
  }

  async save(nomination: Nomination): Promise<void> {
    const { id, organisationId, serviceUserId, figureId, personId, state, steps } = nomination;
    const row = { id, organisationId, serviceUserId, figureId, personId, state };
    await this.database.repository(nominationSchema).save(row);
    const known = await this.database.repository(nominationStepSchema).countBy({ nominationId: id });
    const added = steps.slice(known).map((step, place) => ({
      ...step,
      organisationId,
      nominationId: id,
      number: known + place + 1,
    }));
    await this.database.repository(nominationStepSchema).insert(added);
  }
}
