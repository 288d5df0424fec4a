import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CalendarDate } from '../../kernel/calendar-date';
import type { OrganisationId, PersonId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import type { Owner } from '../availability.repository';
import { Pattern } from '../domain/pattern';
import { PatternRepository } from '../pattern.repository';
import { type PatternRow, patternSchema } from './pattern.schemas';

@Injectable()
export class TypeormPatternRepository extends PatternRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async of(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly Pattern[]> {
    const rows = await this.patterns().findBy({ organisationId, personId: In([...people]) });
    return rows.map(patternIn);
  }

  async save({ organisationId, personId, suits, never, answeredAt, overruledAt }: Pattern): Promise<void> {
    const row = { organisationId, personId, suits, never: never.map(({ iso }) => iso), answeredAt, overruledAt };
    await this.patterns().upsert(row, ['personId']);
  }

  async overrule({ organisationId, personId }: Owner, overruledAt: Instant | null): Promise<void> {
    await this.patterns().update({ organisationId, personId }, { overruledAt });
  }

  async remove({ organisationId, personId }: Owner): Promise<void> {
    await this.patterns().delete({ organisationId, personId });
  }

  private patterns() {
    return this.database.repository(patternSchema);
  }
}

const patternIn = (row: PatternRow): Pattern =>
  new Pattern({ ...row, never: row.never.map((monday) => CalendarDate.of(monday)) });
