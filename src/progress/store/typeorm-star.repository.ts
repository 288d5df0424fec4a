import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Measure } from '../domain/measure';
import type { OwnAxis, StarChoice } from '../domain/star-pattern';
import { StarRepository, type WhoseStar } from '../star.repository';
import { type MeasureRow, measureSchema, ownAxisSchema, starChoiceSchema } from './progress.schemas';

const sealedMeasures = new SealedTable<MeasureRow>('measure', ['value']);
const sealedAxes = new SealedTable<OwnAxis>('own_axis', ['label']);

@Injectable()
export class TypeormStarRepository extends StarRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async measures({ organisationId, groupId }: WhoseStar): Promise<readonly Measure[]> {
    const where = { organisationId, groupId };
    const order = { day: 'ASC', typedAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(measureSchema).find({ where, order });
    return rows.map((row) => {
      const opened = sealedMeasures.open(row, this.seal);
      return new Measure({ ...opened, value: Number(opened.value) });
    });
  }

  async saveMeasures(measures: readonly Measure[]): Promise<void> {
    const rows = measures.map((one) =>
      sealedMeasures.close(Object.assign({}, one, { value: String(one.value) }), this.seal),
    );
    await this.database.repository(measureSchema).save(rows);
  }

  async choice({ organisationId, groupId }: WhoseStar): Promise<StarChoice> {
    const row = await this.database.repository(starChoiceSchema).findOneBy({ organisationId, groupId });
    const where = { organisationId, groupId };
    const own = await this.database.repository(ownAxisSchema).find({ where, order: { madeAt: 'ASC', id: 'ASC' } });
    return { optional: row?.optional ?? [], own: own.map((axis) => sealedAxes.open(axis, this.seal)) };
  }

  async saveChoice({ organisationId, groupId }: WhoseStar, { optional, own }: StarChoice): Promise<void> {
    await this.database.repository(starChoiceSchema).save({ organisationId, groupId, optional });
    await this.database.repository(ownAxisSchema).save(own.map((axis) => sealedAxes.close(axis, this.seal)));
  }
}
