import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import type { Mark, MarksFound } from '../domain/mark';
import { MarksRepository } from '../marks.repository';
import { deliverySchema, markSchema } from './outbox.schemas';

@Injectable()
export class TypeormMarksRepository extends MarksRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string | null, awakeAfter: Instant): Promise<MarksFound> {
    const own = id === null ? null : await this.table.findOneBy({ id });
    const [latest] = await this.table.find({
      where: id === null ? {} : { id: Not(id) },
      order: { at: 'DESC' },
      take: 1,
    });
    return {
      own: own?.mark ?? null,
      others: latest === undefined ? 'none' : awakeAfter.isBefore(latest.at) ? 'awake' : 'asleep',
      hasMail: await this.database.repository(deliverySchema).exists(),
    };
  }

  async put(mark: Mark, at: Instant): Promise<void> {
    await this.table.save({ ...mark, at });
  }

  private get table() {
    return this.database.repository(markSchema);
  }
}
