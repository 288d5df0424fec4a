import { setTimeout as sleep } from 'node:timers/promises';
import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Log } from '../log';
import { JobLoop } from './job-loop';
import type { Work } from './job-loop';

const longestDrain = 20_000;

/** The work the program does by itself. When the program is asked to end, work under way is brought to its end. */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly loops: JobLoop[] = [];

  constructor(private readonly log: Log) {}

  every(milliseconds: number, name: string, work: Work): void {
    const failed = (fault: unknown): void => {
      this.log.error({ job: name, fault: fault instanceof Error ? fault.name : 'unknown' }, 'a job failed');
    };
    this.loops.push(new JobLoop(milliseconds, work, failed));
  }

  async beforeApplicationShutdown(): Promise<void> {
    const enough = new AbortController();
    const drained = Promise.all(this.loops.map((loop) => loop.stop()));
    await Promise.race([drained, sleep(longestDrain, undefined, { signal: enough.signal })]);
    enough.abort();
  }
}
