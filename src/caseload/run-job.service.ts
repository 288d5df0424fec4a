import { Injectable } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.service';
import { RunWork } from './run-work.service';

/** Runs that are planned at the same time; the others wait their turn. */
const atOnce = 2;

// Milliseconds until somebody looks for the next run.
const interval = 500;

/** Lets runs be planned, a few at a time. Only a program that serves starts it. */
@Injectable()
export class RunJob {
  constructor(
    private readonly jobs: Jobs,
    private readonly work: RunWork,
  ) {}

  start(): void {
    for (let place = 1; place <= atOnce; place += 1)
      this.jobs.every(interval, `caseload run ${String(place)}`, (stopping) => this.work.workOnce(stopping));
  }
}
