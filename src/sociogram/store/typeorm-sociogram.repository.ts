import { Injectable } from '@nestjs/common';
import { FindOptionsWhere, In, Not } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import type { Placement } from '../domain/placement';
import { Sociogram } from '../domain/sociogram';
import { SociogramRepository, VersionDated, Whose } from '../sociogram.repository';
import { placementSchema, SociogramRow, sociogramSchema } from './sociogram.schemas';

const sealed = new SealedTable<Placement>('placement', ['name', 'meaning']);

@Injectable()
export class TypeormSociogramRepository extends SociogramRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async latest(whose: Whose): Promise<Sociogram | null> {
    const [row] = await this.rows().find({ where: where(whose), order: { version: 'DESC' }, take: 1 });
    return row ? this.whole(row) : null;
  }

  async version(whose: Whose, version: number): Promise<Sociogram | null> {
    const row = await this.rows().findOneBy({ ...where(whose), version });
    return row ? this.whole(row) : null;
  }

  versions(whose: Whose): Promise<readonly VersionDated[]> {
    return this.rows().find({ where: where(whose), order: { version: 'ASC' } });
  }

  async save({ placements, ...row }: Sociogram): Promise<void> {
    await this.rows().save(row);
    const kept = placements.map(({ id }) => id);
    await this.places().delete({ sociogramId: row.id, id: Not(In(kept)) });
    await this.places().save(placements.map((placement) => sealed.close(placement, this.seal)));
  }

  private async whole(row: SociogramRow): Promise<Sociogram> {
    const { organisationId, id: sociogramId } = row;
    const placements = await this.places().findBy({ organisationId, sociogramId });
    return new Sociogram({ ...row, placements: placements.map((one) => sealed.open(one, this.seal)) });
  }

  private rows() {
    return this.database.repository<SociogramRow>(sociogramSchema);
  }

  private places() {
    return this.database.repository<Placement>(placementSchema);
  }
}

const where = ({ organisationId, serviceUserId }: Whose): FindOptionsWhere<SociogramRow> => ({
  organisationId,
  serviceUserId,
});
