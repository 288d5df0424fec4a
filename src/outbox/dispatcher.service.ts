import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Dice } from '../platform/dice';
import { Courier } from '../platform/mail/courier';
import type { AttemptResult } from './domain/delivery';
import { Pace } from './domain/pace';
import { DueMail } from './due-mail.service';
import type { Attempted, Turn } from './due-mail.service';
import type { Claim } from './outbox.repository';

/** Sends what is due, a few at a time. Nothing is sent inside a transaction. */
@Injectable()
export class Dispatcher {
  private readonly owner: string;
  private readonly underWay = new Set<Promise<void>>();
  private begun = 0;
  private recorded = 0;
  /** Kept until they are recorded, also when the database is away for a while. */
  private readonly results: Attempted[] = [];
  private running: Promise<void> | null = null;
  private resting: Promise<void> | null = null;
  /** Somebody asked while a run was looking: what they put may have come after its look. */
  private isAskedAgain = false;

  constructor(
    private readonly due: DueMail,
    private readonly courier: Courier,
    private readonly pace: Pace,
    dice: Dice,
  ) {
    this.owner = dice.id();
  }

  /** Begun since the start of the program. */
  get attempts(): number {
    return this.begun;
  }

  /** Ends when nothing is due any more, or soon after `stopping`; what is under way is brought to its end. */
  dispatchAll(stopping?: AbortSignal): Promise<void> {
    this.isAskedAgain = true;
    this.running ??= this.run(stopping).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(stopping?: AbortSignal): Promise<void> {
    for (;;) {
      const places = this.freePlaces(stopping);
      if (places > 0) this.isAskedAgain = false;
      const { taken, ready } = await this.turn(places);
      for (const claim of ready) this.start(claim);
      if (ready.length > 0 && this.pace.pause > 0) this.rest(ready.length * this.pace.pause, stopping);
      if (this.underWay.size > 0 || this.resting) await this.somethingHappens();
      else if (this.results.length === 0 && (stopping?.aborted === true || this.nothingWasDue(places, taken))) return;
    }
  }

  // A turn that had no place to fill has not looked.
  private nothingWasDue(places: number, taken: number): boolean {
    return places > 0 && taken === 0 && !this.isAskedAgain;
  }

  private freePlaces(stopping?: AbortSignal): number {
    if (stopping?.aborted === true || this.resting) return 0;
    // Slowly at first: a program that dies soon after each start sends little twice.
    return Math.min(this.pace.inFlight, this.recorded + 1) - this.underWay.size;
  }

  private async turn(atMost: number): Promise<Turn> {
    const results = [...this.results];
    if (results.length === 0 && atMost === 0) return { taken: 0, ready: [] };
    const turn = await this.due.turn(results, { owner: this.owner, seconds: this.pace.lease, atMost });
    this.results.splice(0, results.length);
    this.recorded += results.length;
    return turn;
  }

  // Each commit waits for the disk, so results are recorded together: when most of the places are free, or soon.
  private async somethingHappens(): Promise<void> {
    await Promise.race([...this.underWay, ...(this.resting ? [this.resting] : [])]);
    const soon = sleep(this.pace.inFlight, true);
    while (this.underWay.size > this.pace.inFlight / 8)
      if ((await Promise.race([...this.underWay, soon])) === true) return;
  }

  // Only the taking up of new mail rests: what was sent is recorded at once, or a crash would send it again.
  private rest(milliseconds: number, stopping?: AbortSignal): void {
    this.resting = sleep(milliseconds, undefined, stopping ? { signal: stopping } : {})
      .catch(() => undefined)
      .then(() => {
        this.resting = null;
      });
  }

  private start(claim: Claim): void {
    this.begun += 1;
    const attempt = this.attempt(claim).then((result) => {
      this.results.push({ delivery: claim.delivery, result });
      this.underWay.delete(attempt);
    });
    this.underWay.add(attempt);
  }

  private async attempt({ delivery: { message }, raw }: Claim): Promise<AttemptResult> {
    try {
      const envelope = { from: message.envelopeFrom, to: message.recipient };
      return await this.courier.deliver({ raw: raw(), envelope });
    } catch (fault) {
      // A full disk, or bytes that do not open: nothing the mail server said, and worth another try.
      return { kind: 'deferred', why: 'ownFault', reply: fault instanceof Error ? fault.name : '' };
    }
  }
}
