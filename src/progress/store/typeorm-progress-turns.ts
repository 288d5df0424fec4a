import { Injectable } from '@nestjs/common';
import type { GroupId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import { ProgressTurns } from '../progress-turns';

@Injectable()
export class TypeormProgressTurns extends ProgressTurns {
  constructor(private readonly database: Database) {
    super();
  }

  async take(groupId: GroupId): Promise<void> {
    // SQLite's transactions follow one another anyway.
    if (this.database.engine === 'sqlite') return;
    await this.database.manager().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [groupId]);
  }
}
