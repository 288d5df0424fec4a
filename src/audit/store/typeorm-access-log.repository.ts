import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import { AccessLogRepository, type TrailPage } from '../access-log.repository';
import { beginning, ChainedEntry, Head } from '../domain/access-log';
import { accessLogHeadSchema, accessLogSchema } from './audit.schemas';

@Injectable()
export class TypeormAccessLogRepository extends AccessLogRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async takeNumber(organisationId: string): Promise<{ number: number; previous: string }> {
    const heads = this.database.repository(accessLogHeadSchema);
    await heads
      .createQueryBuilder()
      .insert()
      .values({ id: organisationId, ...beginning })
      .orIgnore()
      .execute();
    // The update locks the row on PostgreSQL; whoever else logs for this organisation waits here.
    await heads.increment({ id: organisationId }, 'number', 1);
    const { number, hash } = await heads.findOneByOrFail({ id: organisationId });
    return { number, previous: hash };
  }

  async append(entry: ChainedEntry): Promise<void> {
    await this.database.repository(accessLogSchema).insert({ ...entry, subjects: [...entry.subjects] });
    await this.database.repository(accessLogHeadSchema).update({ id: entry.organisationId }, { hash: entry.hash });
  }

  async head(organisationId: string): Promise<Head> {
    return (await this.database.repository(accessLogHeadSchema).findOneBy({ id: organisationId })) ?? beginning;
  }

  async organisations(): Promise<readonly string[]> {
    const rows = await this.database.repository(accessLogHeadSchema).find({ order: { id: 'ASC' } });
    return rows.map((row) => row.id);
  }

  after(organisationId: string, number: number, count: number): Promise<readonly ChainedEntry[]> {
    return this.database
      .repository(accessLogSchema)
      .find({ where: { organisationId, number: MoreThan(number) }, order: { number: 'ASC' }, take: count });
  }

  about(organisationId: string, aboutId: string, { before, count: take }: TrailPage): Promise<readonly ChainedEntry[]> {
    const where = { organisationId, aboutId, ...(before === null ? {} : { number: LessThan(before) }) };
    return this.database.repository(accessLogSchema).find({ where, order: { number: 'DESC' }, take });
  }
}
