import { Injectable } from '@nestjs/common';
import type { DeliveryId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import { Database } from '../platform/database/database';
import { Log } from '../platform/log';
import type { AttemptResult, Delivery } from './domain/delivery';
import { type LastAnswer, MayStillGo } from './domain/may-still-go';
import { OutboxRepository } from './outbox.repository';
import type { Claim, Finished, Lease } from './outbox.repository';

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
      await this.finish(
        results.map(({ delivery, result }) => ({ claimed: delivery, became: delivery.after(result, now) })),
      );
      return lease.atMost === 0 ? { taken: 0, ready: [] } : this.takeUp(lease, now);
    });
  }

  private async takeUp(lease: Lease, now: Instant): Promise<Turn> {
    const claims = await this.kept.claim(lease);
    if (claims.length === 0) return { taken: 0, ready: [] };
    const ahead = claims.filter(({ delivery }) => now.isBefore(delivery.message.expiresAt));
    const answers = await this.answers(ahead.map(({ delivery }) => delivery));
    const stopped = claims.flatMap(({ delivery }): Finished[] => {
      const became = now.isBefore(delivery.message.expiresAt)
        ? stoppedBy(answers.get(delivery.message.id), delivery, now)
        : delivery.stopped('tooLate', now);
      return became ? [{ claimed: delivery, became }] : [];
    });
    await this.finish(stopped);
    const isStopped = new Set(stopped.map(({ claimed }) => claimed));
    return { taken: claims.length, ready: claims.filter(({ delivery }) => !isStopped.has(delivery)) };
  }

  private async answers(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>> {
    if (deliveries.length === 0) return new Map();
    try {
      return await this.database.transaction(() => this.mayStillGo.ask(deliveries));
    } catch (fault) {
      // What cannot be asked about is not sent, and does not stand in the way of the others.
      if (deliveries.length === 1) return this.noAnswer(deliveries, fault);
      const each = new Map<DeliveryId, LastAnswer>();
      for (const one of deliveries) for (const [id, answer] of await this.answers([one])) each.set(id, answer);
      return each;
    }
  }

  private noAnswer([delivery]: readonly Delivery[], fault: unknown): ReadonlyMap<DeliveryId, LastAnswer> {
    this.log.error({ delivery: delivery?.message.id, fault: nameOf(fault) }, 'a mail could not be checked');
    return new Map();
  }

  private async finish(finished: readonly Finished[]): Promise<void> {
    if (finished.length === 0) return;
    for (const { message } of await this.kept.finish(finished))
      this.log.warn({ delivery: message.id }, 'a result came after its lease and was set aside');
  }
}

function stoppedBy(answer: LastAnswer | undefined, delivery: Delivery, now: Instant): Delivery | null {
  if (answer === 'yes') return null;
  if (answer === undefined) return delivery.after({ kind: 'deferred', why: 'ownFault', reply: '' }, now);
  return delivery.stopped(answer, now);
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'unknown');
