import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Threads } from '../../src/platform/threads/threads';

/** Threads that run our TypeScript as it is; the built program starts its own from dist. */
export class TypescriptThreads extends Threads {
  started = 0;

  start(file: string): Worker {
    this.started += 1;
    return new Worker(file, { execArgv: ['-r', join(__dirname, 'typescript-hook.cjs')] });
  }
}
