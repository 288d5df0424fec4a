import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import { Stamp } from '../people/stamp.service';
import { CaseloadRunsRepository } from './caseload-runs.repository';
import type { Run, RunId } from './domain/run';

/** A run with how it stands at this moment. */
export interface RunNow {
  readonly run: Run;
  readonly standing: ReturnType<Run['standingAt']>;
}

/** Gives runs to those who asked for them, and to nobody else. */
@Injectable()
export class RunReading {
  constructor(
    private readonly runs: CaseloadRunsRepository,
    private readonly stamp: Stamp,
    private readonly audit: AuditLog,
  ) {}

  async last(viewer: Viewer): Promise<RunNow | null> {
    const run = await this.runs.ofUser(viewer);
    return run && { run, standing: run.standingAt(this.stamp.now()) };
  }

  /** For a page about it; the reading is logged. Not found: `notFound`. */
  async read(viewer: Viewer, id: RunId): Promise<RunNow> {
    const last = await this.last(viewer);
    if (last?.run.id !== id) throw new DomainError('notFound');
    await this.audit.record(viewer, { action: 'caseload.read', about: null, subjects: [id] });
    return last;
  }
}
