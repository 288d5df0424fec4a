import { Injectable } from '@nestjs/common';
import { Accounts, type Founding } from './accounts.service';
import { Arrivals, type Arrived } from './arrivals.service';
import { OneTimeSecrets } from './one-time-secrets.service';
import { PasswordChoice } from './password-choice.service';

export interface Beginning extends Founding {
  readonly secret: string;
  readonly password: string;
}

/** Lets in the first administrator of a new organisation, with the secret a command printed. */
@Injectable()
export class FirstAdministrator {
  constructor(
    private readonly secrets: OneTimeSecrets,
    private readonly accounts: Accounts,
    private readonly choice: PasswordChoice,
    private readonly arrivals: Arrivals,
  ) {}

  async begin({ secret, password, ...founding }: Beginning): Promise<Arrived> {
    await this.secrets.use(secret, 'first-administrator');
    const administrator = await this.accounts.found(founding);
    return this.arrivals.of(await this.choice.choose(administrator, password));
  }
}
