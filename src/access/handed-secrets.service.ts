import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import { Arrivals, type Arrived } from './arrivals.service';
import type { StaffUser } from './domain/staff-user';
import { OneTimeSecrets } from './one-time-secrets.service';
import { PasswordChoice } from './password-choice.service';
import { StaffRepository } from './staff.repository';

/** Lets a coordinator in who was handed the address to choose a password at. */
@Injectable()
export class HandedSecrets {
  constructor(
    private readonly secrets: OneTimeSecrets,
    private readonly staff: StaffRepository,
    private readonly choice: PasswordChoice,
    private readonly arrivals: Arrivals,
  ) {}

  /** Whose it is; null when it is over, used up or was never made. */
  async ownerOf(secret: string): Promise<StaffUser | null> {
    const found = await this.secrets.find(secret, 'choose-password');
    const user = found?.userId ? await this.staff.byId(found.userId) : null;
    return user?.active ? user : null;
  }

  async choose(secret: string, password: string): Promise<Arrived> {
    const user = await this.ownerOf(secret);
    if (user === null) throw new DomainError('secretIsOver', { field: 'secret' });
    await this.secrets.use(secret, 'choose-password');
    return this.arrivals.of(await this.choice.choose(user, password));
  }
}
