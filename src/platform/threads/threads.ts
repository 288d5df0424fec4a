import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';

/** Starts work beside the main thread, which answers pages meanwhile. */
export abstract class Threads {
  /** `file` is a module of ours; it listens to its parent. */
  abstract start(file: string): Worker;
}

// Megabytes. What asks for more is ended, and the program goes on.
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 };

@Injectable()
export class SystemThreads extends Threads {
  start(file: string): Worker {
    return new Worker(file, { resourceLimits: memory });
  }
}
