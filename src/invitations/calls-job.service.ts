import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { Jobs } from '../platform/jobs/jobs.service';
import { CallsDue } from './calls-due.service';

const lookEvery = 10 * 60_000;

/** Lets calls and reminders go out when their day has come; each group is a transaction of its own. */
@Injectable()
export class CallsJob {
  constructor(
    private readonly due: CallsDue,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  startIn(jobs: Jobs): void {
    jobs.every(lookEvery, 'calls', (stopping) => this.turn(stopping));
  }

  async turn(stopping?: AbortSignal): Promise<void> {
    const { zone, calls } = this.settings;
    const from = this.clock.now().dayIn(zone);
    const days = { from, to: from.plusDays(Math.max(calls.daysAhead, 7)) };
    const faults: unknown[] = [];
    for (const group of await this.database.transaction(() => this.due.groups(days))) {
      if (stopping?.aborted === true) return;
      // One group's trouble does not stand in the way of the others; the job tells of it at the end.
      await this.database
        .transaction(() => this.due.putFor(group, calls.daysAhead))
        .catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults);
  }
}
