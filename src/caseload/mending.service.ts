import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { Threads } from '../platform/threads/threads';
import { TimedThread } from '../platform/threads/timed-thread';
import type { PlainRepair } from './domain/mending';
import type { ToMend } from './mending-thread';

// Milliseconds. Forty groups are mended in half a second.
const longest = 20_000;

const thread = join(__dirname, `mending-thread${extname(__filename)}`);

/** Works out repairs beside the main thread, which answers pages meanwhile. */
@Injectable()
export class Mending implements OnApplicationShutdown {
  private readonly thread: TimedThread<ToMend, PlainRepair>;

  constructor(threads: Threads) {
    this.thread = new TimedThread(() => threads.start(thread), longest);
  }

  async of(question: ToMend): Promise<PlainRepair> {
    if (question.causes.length === 0) return { moves: [], stuck: [] };
    const outcome = await this.thread.ask(question);
    if (outcome.kind !== 'answered') throw new DomainError('repairTooLong', { field: 'form' });
    return outcome.reply;
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.close();
  }
}
