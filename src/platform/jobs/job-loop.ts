import { setTimeout as sleep } from 'node:timers/promises';

/** Works again and again, never twice at a time; `stopping` tells the work to come to an end. */
export type Work = (stopping: AbortSignal) => Promise<void>;

/** One piece of work that comes back at an interval until it is stopped. */
export class JobLoop {
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;

  constructor(
    milliseconds: number,
    work: Work,
    private readonly failed: (fault: unknown) => void,
  ) {
    this.running = this.run(milliseconds, work);
  }

  /** Ends when the work under way has ended. */
  stop(): Promise<void> {
    this.stopping.abort();
    return this.running;
  }

  private async run(milliseconds: number, work: Work): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      // A turn that fails is told of; the next may find the database or the server back.
      await work(signal).catch(this.failed);
      await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
    }
  }
}
