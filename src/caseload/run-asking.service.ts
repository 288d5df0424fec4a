import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { Stamp } from '../people/stamp.service';
import { CaseloadRunsRepository } from './caseload-runs.repository';
import { requireSomeGroups, Run, type RunId } from './domain/run';
import { RunPreparing } from './run-preparing.service';

export interface RunWish {
  readonly groups: readonly GroupId[];
  /** How long the search may take. */
  readonly seconds: number;
}

/** Takes a wish to have the year of many groups proposed, and lets go of it again. It is planned when its turn comes. */
@Injectable()
export class RunAsking {
  constructor(
    private readonly runs: CaseloadRunsRepository,
    private readonly preparing: RunPreparing,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async ask(viewer: Viewer, { groups: named, seconds }: RunWish): Promise<Run> {
    const groups = [...new Set(named)];
    requireSomeGroups(groups);
    await this.makeRoom(viewer);
    const { organisationId, userId } = viewer;
    const run = new Run({ id: this.stamp.id(), organisationId, userId, seconds, askedAt: this.stamp.now() });
    const prepared = await this.preparing.of(viewer, run, groups);
    if (!(await this.runs.begin(run, prepared.groups, prepared.caseload))) throw alreadyOpen();
    await this.audit.record(viewer, { action: 'caseload.asked', about: null, subjects: [run.id, ...groups] });
    return run;
  }

  /** What has come to an end stays as it is. */
  async cancel(viewer: Viewer, id: RunId): Promise<void> {
    const run = await this.runs.ofUser(viewer);
    if (run?.id !== id) throw new DomainError('notFound');
    const open = (['waiting', 'running'] as const).find((state) => state === run.state);
    if (open === undefined || !(await this.runs.saveIf(open, run.cancelled()))) return;
    await this.audit.record(viewer, { action: 'caseload.cancelled', about: null, subjects: [id] });
  }

  private async makeRoom(viewer: Viewer): Promise<void> {
    const before = await this.runs.ofUser(viewer);
    if (before?.isOpenAt(this.stamp.now())) throw alreadyOpen();
    if (before) await this.runs.remove(before);
  }
}

const alreadyOpen = (): DomainError => new DomainError('runAlreadyOpen', { field: 'form' });
