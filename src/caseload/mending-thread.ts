import { parentPort } from 'node:worker_threads';
import { caseloadWritten } from '../planning/caseload-planner.service';
import { mend, type MendingWish } from './domain/mending';

/** What the thread is asked. */
export interface ToMend extends MendingWish {
  /** As the planner wrote it. */
  readonly caseload: string;
}

const main = parentPort;

main?.on('message', ({ caseload, ...wish }: ToMend) => {
  main.postMessage(mend(caseloadWritten(caseload), wish));
});

main?.postMessage('ready');
