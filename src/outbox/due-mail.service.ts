import { Injectable } from '@nestjs/common';
import type { Instant } from '../kernel/instant';
import { Database } from '../platform/database/database';
import { Log } from '../platform/log';
import type { AttemptResult, Delivery } from './domain/delivery';
import { MayStillGo } from './domain/may-still-go';
import { OutboxRepository } from './outbox.repository';
import type { Claim, Lease } from './outbox.repository';

/** A claimed delivery and what came of it. */
export interface Attempted {
  readonly delivery: Delivery;
  readonly result: AttemptResult;
}

/** What one turn took up: some of it may go, the rest was stopped or put off. */
export interface Turn {
  readonly taken: number;
  readonly ready: readonly Claim[];
}

/** Hands out mail that is due, each to one process at a time, and records what came of it. */
@Injectable()
export class DueMail {
  constructor(
    private readonly database: Database,
    private readonly kept: OutboxRepository,
    private readonly mayStillGo: MayStillGo,
    private readonly log: Log,
  ) {}

  /** Records results and takes up new mail, in one transaction: a busy outbox waits for the disk only once. */
  turn(results: readonly Attempted[], lease: Lease): Promise<Turn> {
    return this.database.transaction(async () => {
      const now = await this.kept.now();
      for (const { delivery, result } of results) await this.finish(delivery, delivery.after(result, now));
      return lease.atMost === 0 ? { taken: 0, ready: [] } : this.takeUp(lease, now);
    });
  }

  private async takeUp(lease: Lease, now: Instant): Promise<Turn> {
    const claims = await this.kept.claim(lease);
    const ready: Claim[] = [];
    for (const claim of claims) {
      const stopped = await this.stopped(claim.delivery, now);
      if (stopped) await this.finish(claim.delivery, stopped);
      else ready.push(claim);
    }
    return { taken: claims.length, ready };
  }

  private async stopped(delivery: Delivery, now: Instant): Promise<Delivery | null> {
    if (!now.isBefore(delivery.message.expiresAt)) return delivery.stopped('tooLate', now);
    try {
      const answer = await this.database.transaction(() => this.mayStillGo.ask(delivery));
      return answer === 'yes' ? null : delivery.stopped(answer, now);
    } catch (fault) {
      // What cannot be asked about is not sent, and does not stand in the way of the others.
      this.log.error({ delivery: delivery.message.id, fault: nameOf(fault) }, 'a mail could not be checked');
      return delivery.after({ kind: 'deferred', why: 'ownFault', reply: '' }, now);
    }
  }

  private async finish(claimed: Delivery, became: Delivery): Promise<void> {
    if (await this.kept.finish(claimed, became)) return;
    this.log.warn({ delivery: claimed.message.id }, 'a result came after its lease and was set aside');
  }
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');
