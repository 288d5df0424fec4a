import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { CrisisPlansRepository } from '../crisis-plans.repository';
import { CrisisPlan, type CrisisPlanWords } from '../domain/crisis-plan';
import { type CrisisPlanRow, crisisPlanSchema } from './progress.schemas';

const sealed = new SealedTable<CrisisPlanRow>('crisis_plan', ['words']);

@Injectable()
export class TypeormCrisisPlansRepository extends CrisisPlansRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async versions(organisationId: OrganisationId, groupId: GroupId): Promise<readonly CrisisPlan[]> {
    const where = { organisationId, groupId };
    const rows = await this.database.repository(crisisPlanSchema).find({ where, order: { version: 'ASC' } });
    return rows.map((row) => {
      const { words, ...rest } = sealed.open(row, this.seal);
      return new CrisisPlan({ ...rest, ...(JSON.parse(words) as CrisisPlanWords) });
    });
  }

  async save({ signs, myself, others, calls, ...row }: CrisisPlan): Promise<void> {
    const words = JSON.stringify({ signs, myself, others, calls });
    await this.database.repository(crisisPlanSchema).save(sealed.close({ ...row, words }, this.seal));
  }
}
