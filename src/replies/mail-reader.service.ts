import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { Threads } from '../platform/threads/threads';
import { TimedThread } from '../platform/threads/timed-thread';
import type { Reading } from './domain/read-mail';
import { largestMail } from './mime/limits';
import type { ToRead } from './mime/reading-thread';

// Milliseconds. A reply is read in two; what takes a thousand times as long was made to.
const longestReading = 2000;

const thread = join(__dirname, 'mime', `reading-thread${extname(__filename)}`);

/** Reads what came back, beside the main thread: nothing that somebody sends us can stop the pages. */
@Injectable()
export class MailReader implements OnApplicationShutdown {
  private readonly thread: TimedThread<ToRead, Reading>;

  constructor(
    threads: Threads,
    private readonly settings: Settings,
  ) {
    this.thread = new TimedThread(() => threads.start(thread), longestReading);
  }

  async read(raw: Buffer | null): Promise<Reading> {
    if (raw === null || raw.length > largestMail) return { kind: 'unreadable', why: 'tooLarge' };
    const { mail, mailbox } = this.settings;
    const own = { address: mail.replyAddress, authservId: mailbox?.authservId ?? null };
    const outcome = await this.thread.ask({ raw, own });
    if (outcome.kind === 'answered') return outcome.reply;
    return { kind: 'unreadable', why: 'tookTooLong' };
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.close();
  }
}
