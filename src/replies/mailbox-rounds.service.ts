import { Injectable } from '@nestjs/common';
import { digest } from '../platform/digest';
import { Log } from '../platform/log';
import { type LyingMail, Mailbox, type OpenMailbox } from '../platform/mailbox/mailbox';
import type { Reading } from './domain/read-mail';
import { mailKey } from './mail-key';
import { MailReader } from './mail-reader.service';
import { largestMail } from './mime/limits';
import { type Arrived, TakingIn } from './taking-in.service';

// Mails at a time: at their largest they take 20 MiB.
const atOnce = 20;

// A mail that our own fault stops is tried this often before the others go past it.
const mostTries = 3;

/** Reads what is new in the mailbox, oldest first. Each mail is taken in once, whatever breaks on the way. */
@Injectable()
export class MailboxRounds {
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly mailbox: Mailbox,
    private readonly reader: MailReader,
    private readonly taking: TakingIn,
    private readonly log: Log,
  ) {}

  look(stopping?: AbortSignal): Promise<void> {
    return this.mailbox.visit((open) => this.readAll(open, stopping), stopping);
  }

  private async readAll(open: OpenMailbox, stopping?: AbortSignal): Promise<void> {
    const waiting = await open.after(await this.taking.reached(open));
    for (let first = 0; first < waiting.length && stopping?.aborted !== true; first += atOnce) {
      const mails = await open.fetch(waiting.slice(first, first + atOnce), largestMail);
      const understood: number[] = [];
      for (const mail of mails) if (await this.takeIn(mail)) understood.push(mail.uid);
      // What could not be read stays unseen, for a person who looks into the mailbox.
      await open.markSeen(understood);
      // Last: whatever broke before this is done again, and what was taken in is then known.
      await this.taking.reach(open, waiting[Math.min(first + atOnce, waiting.length) - 1] ?? 0);
    }
  }

  private async takeIn(mail: LyingMail): Promise<boolean> {
    const key = keyOf(mail);
    const { arrivedAt } = mail;
    const reading = await this.reader.read(mail.raw);
    try {
      await this.taking.take({ key, arrivedAt, reading });
    } catch (fault) {
      await this.failed({ key, arrivedAt, reading: ownFault }, fault);
      return false;
    }
    this.tries.delete(key);
    return reading.kind === 'read';
  }

  private async failed(mail: Arrived, fault: unknown): Promise<void> {
    const tries = (this.tries.get(mail.key) ?? 0) + 1;
    this.tries.set(mail.key, tries);
    this.log.error({ fault: fault instanceof Error ? fault.name : 'unknown', tries }, 'a mail could not be taken in');
    if (tries < mostTries) throw fault;
    await this.taking.take(mail);
  }
}

const ownFault: Reading = { kind: 'unreadable', why: 'ownFault' };

// What was left on the server because of its size is told apart by the size and the moment.
const keyOf = ({ raw, size, arrivedAt }: LyingMail): string =>
  raw === null ? digest(JSON.stringify([size, arrivedAt?.iso ?? ''])) : mailKey(raw);
