import { Injectable } from '@nestjs/common';
import type { GroupId, OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { Seal, SealedTable } from '../../platform/database/seal';
import { Statement } from '../domain/statement';
import { StatementsRepository } from '../statements.repository';
import { type StatementRow, statementSchema } from './method.schemas';

const sealed = new SealedTable<StatementRow>('method_statement', ['words']);

@Injectable()
export class TypeormStatementsRepository extends StatementsRepository {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {
    super();
  }

  async ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Statement[]> {
    const where = { organisationId, groupId };
    const order = { writtenAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.repository(statementSchema).find({ where, order });
    return rows.map((row) => new Statement(sealed.open(row, this.seal)));
  }

  async save(statement: Statement): Promise<void> {
    const row: StatementRow = Object.assign({}, statement);
    await this.database.repository(statementSchema).save(sealed.close(row, this.seal));
  }
}
