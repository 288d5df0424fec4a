import { Injectable } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error';
import type { UserId } from '../kernel/identifiers';
import { Clock } from '../platform/clock';
import { Dice } from '../platform/dice';
import { digest } from '../platform/digest';
import { goodFor, isGood, type OneTimeSecret, type SecretPurpose } from './domain/one-time-secret';
import { OneTimeSecretRepository } from './one-time-secret.repository';

/** Makes secrets that open one door once. */
@Injectable()
export class OneTimeSecrets {
  constructor(
    private readonly secrets: OneTimeSecretRepository,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  /** The secret itself; it is not kept and cannot be shown again. */
  async make(purpose: SecretPurpose, userId: UserId | null): Promise<string> {
    const now = this.clock.now();
    await this.secrets.removeOver(now);
    const secret = this.dice.secret();
    const expiresAt = now.plusMinutes(goodFor[purpose]);
    await this.secrets.add({ id: this.dice.id(), hash: digest(secret), purpose, userId, expiresAt, usedAt: null });
    return secret;
  }

  async find(secret: string, purpose: SecretPurpose): Promise<OneTimeSecret | null> {
    const found = await this.secrets.byHash(digest(secret.trim()));
    return found?.purpose === purpose && isGood(found, this.clock.now()) ? found : null;
  }

  async use(secret: string, purpose: SecretPurpose): Promise<OneTimeSecret> {
    const found = await this.find(secret, purpose);
    if (found === null || !(await this.secrets.use(found, this.clock.now())))
      throw new DomainError('secretIsOver', { field: 'secret' });
    return found;
  }

  forget(userId: UserId): Promise<void> {
    return this.secrets.removeOf(userId);
  }
}
