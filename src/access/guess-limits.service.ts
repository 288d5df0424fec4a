import { Injectable } from '@nestjs/common';
import type { Instant } from '../kernel/instant';
import { Clock } from '../platform/clock';
import { Settings } from '../platform/config/settings';
import { keyedDigest } from '../platform/digest';
import { networkOf } from './domain/network';
import { counted, forgiven, forgottenBefore, nextTryAt } from './domain/tries';
import { TriesRepository } from './tries.repository';

/** What is guessed at: one account, one code, or anything at all from one network address. */
export interface Guessed {
  readonly kind: 'account' | 'code' | 'network';
  readonly name: string;
}

export type Admission = { readonly kind: 'free' } | { readonly kind: 'wait'; readonly until: Instant };

/** A whole ward may sit behind one address. */
const freeTries = { account: 5, code: 5, network: 30 } as const;

/** Slows guessing down. The counts live in the database: they outlast a restart and hold across instances. */
@Injectable()
export class GuessLimits {
  constructor(
    private readonly tries: TriesRepository,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Counts the try before it is made, so that a hundred at once are counted too; `succeeded` takes it back.
   * Needs a transaction of its own that ends before the guess is checked. Always name the network last:
   * rows taken in one order cannot lock each other out.
   */
  async begin(guessed: readonly Guessed[]): Promise<Admission> {
    const now = this.clock.now();
    const taken = [];
    for (const one of guessed) taken.push({ ...one, tries: await this.tries.take(this.bucketOf(one), now) });
    const waits = taken.map(({ kind, tries }) => nextTryAt(tries, freeTries[kind])).filter((at) => now.isBefore(at));
    const until = waits.reduce<Instant | null>((last, at) => (last === null || last.isBefore(at) ? at : last), null);
    if (until !== null) return { kind: 'wait', until };
    for (const { tries } of taken) await this.tries.save(counted(tries, now));
    return { kind: 'free' };
  }

  /** The first one's failures were its owner's own: they are forgotten, and no longer count against the others. */
  async succeeded([own, ...others]: readonly [Guessed, ...Guessed[]]): Promise<void> {
    const now = this.clock.now();
    const made = await this.tries.take(this.bucketOf(own), now);
    await this.tries.save(forgiven(made, made.failures));
    for (const other of others) {
      await this.tries.save(forgiven(await this.tries.take(this.bucketOf(other), now), made.failures));
    }
    await this.tries.removeBefore(forgottenBefore(now));
  }

  // The table must not tell who has been guessed at.
  private bucketOf({ kind, name }: Guessed): string {
    return keyedDigest(this.settings.keys.links, `tries of ${kind}`, kind === 'network' ? networkOf(name) : name);
  }
}
