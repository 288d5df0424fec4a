import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { requireNotAhead } from '../groups/domain/day-passed';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { lineOf, requireMayState, Statement, type StatementId, type StatementParts } from './domain/statement';
import { StatementsRepository } from './statements.repository';

export type Stated = Pick<StatementParts, 'line' | 'kind' | 'words' | 'day'>;

/** Writes down what a group has chosen otherwise, and what only people know is done. */
@Injectable()
export class Statements {
  constructor(
    private readonly kept: StatementsRepository,
    private readonly groups: Groups,
    private readonly audit: AuditLog,
    private readonly stamp: Stamp,
  ) {}

  /** Oldest first. Whoever shows them writes that down. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Statement[]> {
    const { organisationId } = await this.groups.get(viewer, groupId);
    return this.kept.ofGroup(organisationId, groupId);
  }

  /** What was written earlier about the line stands in the history; the newest counts. */
  async write(viewer: Viewer, groupId: GroupId, stated: Stated): Promise<Statement> {
    const group = await this.groups.get(viewer, groupId);
    requireMayState(stated.kind, lineOf(stated.line));
    requireNotAhead(stated.day, this.stamp.today(), 'statedOn');
    const { organisationId } = group;
    const written = { writtenBy: viewer.userId, writtenAt: this.stamp.now() };
    const origin = { id: this.stamp.id<'method statement'>(), organisationId, groupId };
    const statement = new Statement({ ...origin, ...stated, ...written });
    await this.save(viewer, group, statement, `method.${stated.kind}`);
    return statement;
  }

  /** Taken back twice is taken back once. */
  async takeBack(viewer: Viewer, groupId: GroupId, id: StatementId): Promise<void> {
    const group = await this.groups.get(viewer, groupId);
    const all = await this.kept.ofGroup(group.organisationId, groupId);
    const before = all.find((statement) => statement.id === id);
    if (!before) throw new DomainError('notFound');
    const after = before.takeBack(this.stamp.now(), viewer.userId);
    if (after !== before) await this.save(viewer, group, after, 'method.taken-back');
  }

  private async save(viewer: Viewer, group: ResourceGroup, statement: Statement, action: string): Promise<void> {
    await this.kept.save(statement);
    await this.audit.record(viewer, { action, about: group.serviceUserId, subjects: [group.id, statement.id] });
  }
}
