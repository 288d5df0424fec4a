import { DynamicModule, Global, Module } from '@nestjs/common';
import { join } from 'node:path';
import { pino } from 'pino';
import { Clock, SystemClock } from './clock';
import { Settings } from './config/settings';
import { Database } from './database/database';
import { Seal } from './database/seal';
import { Dice, SystemDice } from './dice';
import { Facts } from './facts';
import { Log } from './log';
import { HttpsOutgoing, strictRules } from './outgoing/https-outgoing';
import { Outgoing } from './outgoing/outgoing';
import { SystemThreads, Threads } from './threads/threads';
import { Words } from './web/words';

export interface Ground {
  readonly settings: Settings;
  readonly database: Database;
}

/** What every room stands on: clock, dice, settings, database, words, facts, log. */
@Global()
@Module({})
export class PlatformModule {
  static on({ settings, database }: Ground): DynamicModule {
    const given = [
      { provide: Settings, useValue: settings },
      { provide: Database, useValue: database },
      { provide: Seal, useValue: new Seal(settings.keys.data, settings.keys.dataKeyId) },
      { provide: Words, useValue: new Words(join(settings.suppliedFolder, 'words')) },
      { provide: Log, useValue: pino({ base: null }) },
      { provide: Clock, useClass: SystemClock },
      { provide: Dice, useClass: SystemDice },
      { provide: Threads, useClass: SystemThreads },
      { provide: Outgoing, useFactory: () => new HttpsOutgoing(strictRules) },
      Facts,
    ];
    return { module: PlatformModule, providers: given, exports: given };
  }
}
