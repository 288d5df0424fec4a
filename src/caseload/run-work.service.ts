import { Injectable } from '@nestjs/common';
import { CaseloadPlanner, type PlannerOutcome } from '../planning/caseload-planner.service';
import { Database } from '../platform/database/database';
import { Stamp } from '../people/stamp.service';
import { CaseloadRunsRepository } from './caseload-runs.repository';
import type { Run } from './domain/run';

// Milliseconds between the signs of life of a run that is being planned.
const heartbeat = 1000;

/** Plans the run whose turn it is, and tells on the way how far it has come. */
@Injectable()
export class RunWork {
  constructor(
    private readonly runs: CaseloadRunsRepository,
    private readonly planner: CaseloadPlanner,
    private readonly database: Database,
    private readonly stamp: Stamp,
  ) {}

  /** Does nothing when nobody waits. */
  async workOnce(stopping: AbortSignal): Promise<void> {
    const taken = await this.database.transaction(() => this.take());
    if (taken === null) return;
    const caseload = await this.database.transaction(() => this.runs.caseloadOf(taken.id));
    if (caseload === null) return;
    const outcome = await this.planned(taken, caseload, stopping);
    await this.database.transaction(() => this.end(taken, outcome));
  }

  private async take(): Promise<Run | null> {
    const next = await this.runs.nextWaiting();
    if (next === null) return null;
    const taken = next.taken(this.stamp.now());
    return (await this.runs.saveIf('waiting', taken)) ? taken : null;
  }

  /** A run that somebody has cancelled, or replaced, shows no more signs of life and is given up. */
  private async planned(run: Run, caseload: string, stopping: AbortSignal): Promise<PlannerOutcome> {
    const givenUp = new AbortController();
    let share = 0;
    const beat = async (): Promise<void> => {
      const further = run.further(Math.floor(share * 100), this.stamp.now());
      if (!(await this.database.transaction(() => this.runs.saveIf('running', further)))) givenUp.abort();
    };
    // A database that is away for a moment does not end the planning; when it stays away, the run ends without it.
    const beating = setInterval(() => void beat().catch(() => undefined), heartbeat);
    try {
      return await this.planner.propose(caseload, {
        seconds: run.seconds,
        signal: AbortSignal.any([stopping, givenUp.signal]),
        progress: (far) => {
          share = far;
        },
      });
    } finally {
      clearInterval(beating);
    }
  }

  // What is stopped with the program shows no more signs of life, and is told as interrupted.
  private async end(run: Run, outcome: PlannerOutcome): Promise<void> {
    if (outcome.kind === 'stopped') return;
    if (outcome.kind !== 'proposed') {
      await this.runs.saveIf('running', run.failed(outcome.kind));
      return;
    }
    const { proposals, isCutShort } = outcome.proposed;
    if (await this.runs.saveIf('running', run.done({ isCutShort }))) await this.runs.keepProposals(run, proposals);
  }
}
