import { performance } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { caseloadFrom } from './caseload-file';
import { proposeCaseload } from './domain/propose-caseload';
import type { ProposedCaseload } from './domain/propose-caseload';

/** What the thread is asked. */
export interface ToPropose {
  /** A caseload file. */
  readonly caseload: string;
  /** After so long the best plan so far is given. */
  readonly seconds: number;
}

export type ThreadWord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'proposed'; readonly proposed: ProposedCaseload };

// Milliseconds: more often than this nobody looks.
const betweenWords = 250;

const main = parentPort;

const tell = (word: ThreadWord): void => main?.postMessage(word);

function propose({ caseload, seconds }: ToPropose): ProposedCaseload {
  const begun = performance.now();
  let told = begun;
  return proposeCaseload(caseloadFrom(JSON.parse(caseload)), {
    shouldStop: () => performance.now() - begun >= seconds * 1000,
    progress: (share) => {
      if (performance.now() - told < betweenWords) return;
      told = performance.now();
      tell({ kind: 'progress', share });
    },
  });
}

main?.on('message', (question: ToPropose) => {
  tell({ kind: 'proposed', proposed: propose(question) });
});

tell({ kind: 'ready' });
