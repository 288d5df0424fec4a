import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Database } from './database';

/** Closes the database last, when all work has been brought to its end. */
@Injectable()
export class DatabaseEnd implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  onApplicationShutdown(): Promise<void> {
    return this.database.close();
  }
}
