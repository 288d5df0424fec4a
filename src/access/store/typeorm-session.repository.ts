import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import type { UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';
import { Database } from '../../platform/database/database';
import type { Session } from '../domain/session';
import { SessionRepository } from '../session.repository';
import { sessionSchema } from './access.schemas';

@Injectable()
export class TypeormSessionRepository extends SessionRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async save(session: Session): Promise<void> {
    await this.sessions().save(session);
  }

  byHash(hash: string): Promise<Session | null> {
    return this.sessions().findOneBy({ hash });
  }

  async remove(hash: string): Promise<void> {
    await this.sessions().delete({ hash });
  }

  async removeOf(userId: UserId): Promise<void> {
    await this.sessions().delete({ userId });
  }

  async removeOlder({ seen, made }: { seen: Instant; made: Instant }): Promise<void> {
    await this.sessions().delete({ seenAt: LessThanOrEqual(seen) });
    await this.sessions().delete({ madeAt: LessThanOrEqual(made) });
  }

  private sessions() {
    return this.database.repository(sessionSchema);
  }
}
