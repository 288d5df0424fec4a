import { Injectable } from '@nestjs/common';
import type { Instant } from '../kernel/instant';
import { Database } from '../platform/database/database';
import { Arrivals, type Arrived } from './arrivals.service';
import { signInName } from './domain/staff-email';
import { GuessLimits, type Guessed } from './guess-limits.service';
import { PasswordCheck } from './password-check.service';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The network address the try comes from. */
  readonly network: string;
}

/** A second step (a code from the user's telephone) will be one more kind beside `signed-in`. */
export type SignInOutcome =
  | ({ readonly kind: 'signed-in' } & Arrived)
  | { readonly kind: 'refused' }
  | { readonly kind: 'wait'; readonly until: Instant };

/** Lets staff in by password: one answer, and one time to give it, for names that exist and names that do not. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly limits: GuessLimits,
    private readonly passwords: PasswordCheck,
    private readonly arrivals: Arrivals,
  ) {}

  /** In short transactions of its own: comparing a password takes long, and nobody else is to wait for it. */
  async try({ email, password, network }: Credentials): Promise<SignInOutcome> {
    const account: Guessed = { kind: 'account', name: signInName(email) };
    const guessed: readonly [Guessed, Guessed] = [account, { kind: 'network', name: network }];
    const admission = await this.database.transaction(() => this.limits.begin(guessed));
    if (admission.kind === 'wait') return admission;
    const user = await this.passwords.userWith(account.name, password);
    if (user === null) return { kind: 'refused' };
    return this.database.transaction(async () => {
      await this.limits.succeeded(guessed);
      return { kind: 'signed-in', ...(await this.arrivals.of(user)) };
    });
  }
}
