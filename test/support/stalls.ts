import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

// Milliseconds between two looks.
const every = 10;

/**
 * The longest time that the main thread kept everybody waiting. What it waited itself, for a processor that other
 * programs had, is taken off where the system tells (Linux): a busy machine is no fault of the server's.
 */
export class Stalls {
  longest = 0;
  private looking: NodeJS.Timeout | undefined;

  start(): void {
    let last = performance.now();
    let waited = waitedSoFar();
    this.looking = setInterval(() => {
      const [now, waitedNow] = [performance.now(), waitedSoFar()];
      this.longest = Math.max(this.longest, now - last - every - (waitedNow - waited));
      [last, waited] = [now, waitedNow];
    }, every);
  }

  stop(): void {
    clearInterval(this.looking);
  }
}

/** Milliseconds, of the main thread: its id is the process's own. */
function waitedSoFar(): number {
  try {
    const [, waited] = readFileSync(`/proc/self/task/${String(process.pid)}/schedstat`, 'utf8').split(' ');
    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}
