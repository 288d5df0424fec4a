import { extname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { Threads } from '../platform/threads/threads';
import type { ThreadWord, ToPropose } from './caseload-thread';
import { caseloadFrom } from './caseload-file';
import { caseloadFileOf } from './caseload-writing';
import type { Caseload } from './domain/caseload';
import type { ProposedCaseload } from './domain/propose-caseload';

export interface PlannerTerms {
  /** After so long the best plan so far is given. */
  readonly seconds: number;
  /** Gives it up at once. */
  readonly signal: AbortSignal;
  /** Told a few times a second how far the work has come: 0 to 1. */
  readonly progress: (share: number) => void;
}

export type PlannerOutcome =
  | { readonly kind: 'proposed'; readonly proposed: ProposedCaseload }
  | { readonly kind: 'stopped' }
  /** It did not end although its time was out, or it asked for more memory than there is for it. */
  | { readonly kind: 'overran' | 'fell' };

const thread = join(__dirname, `caseload-thread${extname(__filename)}`);

// Seconds beyond those that were asked for: to read the modules, and to say of every date why.
const grace = 60;

/** The caseload that the planner wrote; for threads of other rooms. */
export const caseloadWritten = (text: string): Caseload => caseloadFrom(JSON.parse(text));

/** Plans caseloads beside the main thread, which answers pages meanwhile. */
@Injectable()
export class CaseloadPlanner {
  constructor(private readonly threads: Threads) {}

  /** A caseload as a text that can be kept until somebody has time for it. */
  written(caseload: Caseload): string {
    return JSON.stringify(caseloadFileOf(caseload));
  }

  async propose(caseload: string, terms: PlannerTerms): Promise<PlannerOutcome> {
    if (terms.signal.aborted) return { kind: 'stopped' };
    const worker = this.threads.start(thread);
    try {
      return await answerFrom(worker, { caseload, seconds: terms.seconds }, terms);
    } finally {
      await worker.terminate();
    }
  }
}

function answerFrom(worker: Worker, question: ToPropose, terms: PlannerTerms): Promise<PlannerOutcome> {
  const { seconds, signal, progress } = terms;
  return new Promise((resolve) => {
    const overrun = setTimeout(
      () => {
        resolve({ kind: 'overran' });
      },
      (seconds + grace) * 1000,
    );
    const end = (outcome: PlannerOutcome): void => {
      clearTimeout(overrun);
      resolve(outcome);
    };
    signal.addEventListener('abort', () => {
      end({ kind: 'stopped' });
    });
    worker.on('error', () => {
      end({ kind: 'fell' });
    });
    worker.on('exit', () => {
      end({ kind: 'fell' });
    });
    worker.on('message', (word: ThreadWord) => {
      if (word.kind === 'ready') worker.postMessage(question);
      else if (word.kind === 'progress') progress(word.share);
      else end(word);
    });
  });
}
