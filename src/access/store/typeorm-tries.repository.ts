import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import { Dice } from '../../platform/dice';
import type { Tries } from '../domain/tries';
import { TriesRepository } from '../tries.repository';
import { triesSchema } from './access.schemas';

@Injectable()
export class TypeormTriesRepository extends TriesRepository {
  constructor(
    private readonly database: Database,
    private readonly dice: Dice,
  ) {
    super();
  }

  async take(bucket: string, now: Instant): Promise<Tries> {
    const fresh: Tries = { id: this.dice.id(), bucket, failures: 0, since: now };
    await this.tries().createQueryBuilder().insert().values(fresh).orIgnore().execute();
    // An update locks the row on PostgreSQL; on SQLite transactions run one after the other anyway.
    await this.tries().increment({ bucket }, 'failures', 0);
    return this.tries().findOneByOrFail({ bucket });
  }

  async save(tries: Tries): Promise<void> {
    await this.tries().save(tries);
  }

  async removeBefore(moment: Instant): Promise<void> {
    await this.tries().delete({ since: LessThan(moment) });
  }

  private tries() {
    return this.database.repository(triesSchema);
  }
}
