import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

/** What came of a question: an answer, or a thread that was ended for its slowness or fell by itself. */
export type Outcome<Reply> =
  { readonly kind: 'answered'; readonly reply: Reply } | { readonly kind: 'overran' } | { readonly kind: 'fell' };

// Milliseconds, for reading its modules; a thread that is not ready by then will not be.
const longestStart = 20_000;

/**
 * A kept thread that answers one question at a time. One that overruns its limit is ended, and the next question
 * gets a new thread. The thread says one word when it is ready, and then one for each question.
 */
export class TimedThread<Question, Reply> {
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly start: () => Worker,
    /** Milliseconds for one question. */
    private readonly limit: number,
  ) {}

  ask(question: Question): Promise<Outcome<Reply>> {
    const turn = this.last.then(() => this.answered(question));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.last;
    await this.worker?.terminate();
    this.worker = null;
  }

  private async answered(question: Question): Promise<Outcome<Reply>> {
    const worker = (this.worker ??= await this.ready());
    const reply = wordFrom<Reply>(worker, this.limit);
    worker.postMessage(question);
    const outcome = await reply;
    if (outcome.kind !== 'answered') await this.end(worker);
    return outcome;
  }

  private async ready(): Promise<Worker> {
    const worker = this.start();
    // A thread may fall while nobody waits for it; the next question then finds none.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    if ((await wordFrom(worker, longestStart)).kind === 'answered') return worker;
    await worker.terminate();
    throw new Error('A thread did not start.');
  }

  private async end(worker: Worker): Promise<void> {
    this.worker = null;
    await worker.terminate();
  }
}

async function wordFrom<Reply>(worker: Worker, limit: number): Promise<Outcome<Reply>> {
  const waiting = AbortSignal.timeout(limit);
  try {
    const [reply] = (await once(worker, 'message', { signal: waiting })) as [Reply];
    return { kind: 'answered', reply };
  } catch {
    return { kind: waiting.aborted ? 'overran' : 'fell' };
  }
}
