import { Injectable } from '@nestjs/common';
import { argon2id, hash, type HashOptions, verify } from 'argon2';
import { GuessLimits, type Guessed } from '../access/guess-limits.service';
import type { Instant } from '../kernel/instant';
import { Database } from '../platform/database/database';
import { Dice } from '../platform/dice';
import type { PersonalLink } from './domain/personal-link';
import { LinkSessions } from './link-sessions.service';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two rounds, one lane. Eight digits alone would
// not stand against somebody with the table in hand; the limit on tries stands against everybody else.
const cost: HashOptions = { type: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

const digits = 8;

export type Entrance =
  | { readonly kind: 'entered'; readonly session: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly until: Instant };

export interface TriedCode {
  readonly code: string;
  /** The network address the try comes from. */
  readonly network: string;
}

/** The second key to the service user's agenda: made by the coordinator, handed over on paper or by phone. */
@Injectable()
export class AgendaCodes {
  constructor(
    private readonly dice: Dice,
    private readonly limits: GuessLimits,
    private readonly sessions: LinkSessions,
    private readonly database: Database,
  ) {}

  /** The code itself, to be shown once, and the hash that is kept. */
  async make(): Promise<{ readonly code: string; readonly codeHash: string }> {
    const code = this.dice.digits(digits);
    return { code, codeHash: await hash(code, cost) };
  }

  /** In short transactions of its own: comparing takes long, and nobody else is to wait for it. */
  async enter(link: PersonalLink, { code, network }: TriedCode): Promise<Entrance> {
    const guessed: readonly [Guessed, Guessed] = [
      { kind: 'code', name: link.id },
      { kind: 'network', name: network },
    ];
    const admission = await this.database.transaction(() => this.limits.begin(guessed));
    if (admission.kind === 'wait') return admission;
    if (!(await isRight(code, link.codeHash))) return { kind: 'refused' };
    return this.database.transaction(async () => {
      await this.limits.succeeded(guessed);
      return { kind: 'entered', session: await this.sessions.begin(link) };
    });
  }
}

// People write codes in groups: "1234 5678".
const isRight = async (typed: string, codeHash: string | null): Promise<boolean> =>
  codeHash !== null && (await verify(codeHash, typed.replace(/[\s-]/g, '')));
