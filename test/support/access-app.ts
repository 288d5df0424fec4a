import { rmSync } from 'node:fs';
import { type DynamicModule, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessModule } from '../../src/access/access.module';
import { accessSchemas } from '../../src/access/store/access.schemas';
import { auditSchemas } from '../../src/audit/store/audit.schemas';
import { Instant } from '../../src/kernel/instant';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { PlatformModule } from '../../src/platform/platform.module';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { freshSettings } from './app';

export const accessTables = [...auditSchemas, ...accessSchemas];

/** A clock the test moves by hand. */
export class MovedClock extends Clock {
  private moment = Instant.of('2027-03-01T08:00:00.000Z');

  now(): Instant {
    return this.moment;
  }

  pass(minutes: number): void {
    this.moment = this.moment.plusMinutes(minutes);
  }
}

interface Ground {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
}

@Module({})
class AccessHouse {
  static on({ clock, ...ground }: Ground, controllers: Type[] = []): DynamicModule {
    const platform = PlatformModule.on(ground);
    const given = { ...platform, providers: [...(platform.providers ?? []), { provide: Clock, useValue: clock }] };
    return {
      module: AccessHouse,
      imports: [given, AccessModule],
      controllers,
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
      ],
    };
  }
}

/** The services of audit and access on an open database, without a server. */
export async function accessOn(database: Database, clock: Clock): Promise<INestApplicationContext> {
  // The same keys each time, as when a program starts anew on its database.
  const key = Buffer.from('a key of thirty-two bytes, fixed');
  const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key } });
  rmSync(settings.dataFolder, { recursive: true, force: true });
  return NestFactory.createApplicationContext(AccessHouse.on({ settings, database, clock }), { logger: false });
}

export interface RunningAccess {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly clock: MovedClock;
  readonly database: Database;
  stop(): Promise<void>;
}

/** The rooms audit and access behind the real server, on a fresh database. */
export async function startAccess(changes: Partial<Settings> = {}, controllers: Type[] = []): Promise<RunningAccess> {
  const settings = await freshSettings(changes);
  const database = await openDatabase({ address: settings.database, schemas: accessTables });
  const clock = new MovedClock();
  const house = AccessHouse.on({ settings, database, clock }, controllers);
  const app = await NestFactory.create<NestExpressApplication>(house, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const stop = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(settings.dataFolder, { recursive: true, force: true });
  };
  try {
    prepareServer(app, settings);
    await app.listen(settings.listen.port, settings.listen.host);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { app, url: `http://127.0.0.1:${String(settings.listen.port)}`, clock, database, stop };
}
