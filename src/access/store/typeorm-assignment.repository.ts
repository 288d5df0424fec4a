import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Dice } from '../../platform/dice';
import { AssignmentRepository } from '../assignment.repository';
import type { AssignmentKind } from '../domain/assignment';
import type { Viewer } from '../domain/viewer';
import { assignmentSchema } from './access.schemas';

@Injectable()
export class TypeormAssignmentRepository extends AssignmentRepository {
  constructor(
    private readonly database: Database,
    private readonly dice: Dice,
  ) {
    super();
  }

  async add({ organisationId, userId }: Viewer, kind: AssignmentKind, subjectId: string): Promise<void> {
    const row = { id: this.dice.id(), organisationId, userId, kind, subjectId };
    await this.assignments().createQueryBuilder().insert().values(row).orIgnore().execute();
  }

  async remove({ organisationId, userId }: Viewer, kind: AssignmentKind, subjectIds: readonly string[]): Promise<void> {
    await this.assignments().delete({ organisationId, userId, kind, subjectId: In([...subjectIds]) });
  }

  has({ organisationId, userId }: Viewer, kind: AssignmentKind, subjectId: string): Promise<boolean> {
    return this.assignments().existsBy({ organisationId, userId, kind, subjectId });
  }

  async subjects({ organisationId, userId }: Viewer, kind: AssignmentKind): Promise<readonly string[]> {
    const rows = await this.assignments().findBy({ organisationId, userId, kind });
    return rows.map((row) => row.subjectId);
  }

  private assignments() {
    return this.database.repository(assignmentSchema);
  }
}
