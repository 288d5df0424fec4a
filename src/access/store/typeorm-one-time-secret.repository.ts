import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import type { OneTimeSecret } from '../domain/one-time-secret';
import { OneTimeSecretRepository } from '../one-time-secret.repository';
import { oneTimeSecretSchema } from './access.schemas';

@Injectable()
export class TypeormOneTimeSecretRepository extends OneTimeSecretRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async add(secret: OneTimeSecret): Promise<void> {
    await this.secrets().insert(secret);
  }

  byHash(hash: string): Promise<OneTimeSecret | null> {
    return this.secrets().findOneBy({ hash });
  }

  async use({ id }: OneTimeSecret, usedAt: Instant): Promise<boolean> {
    const { affected } = await this.secrets().update({ id, usedAt: IsNull() }, { usedAt });
    return affected === 1;
  }

  async removeOf(userId: UserId): Promise<void> {
    await this.secrets().delete({ userId });
  }

  async removeOver(now: Instant): Promise<void> {
    await this.secrets().delete({ expiresAt: LessThanOrEqual(now) });
  }

  private secrets() {
    return this.database.repository(oneTimeSecretSchema);
  }
}
