import { rmSync } from 'node:fs';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PeopleModule } from '../../src/people/people.module';
import { peopleSchemas } from '../../src/people/store/people.schemas';
import { Clock } from '../../src/platform/clock';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { Ground, PlatformModule } from '../../src/platform/platform.module';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { SociogramModule } from '../../src/sociogram/sociogram.module';
import { sociogramSchemas } from '../../src/sociogram/store/sociogram.schemas';
import { accessTables, MovedClock } from './access-app';
import { freshSettings } from './app';

export const peopleTables = [...accessTables, ...peopleSchemas, ...sociogramSchemas];

const key = Buffer.from('a key of thirty-two bytes, fixed');

class PeopleHouse {}

function houseOn(ground: Ground, clock: Clock): DynamicModule {
  const platform = PlatformModule.on(ground);
  const given = { ...platform, providers: [...(platform.providers ?? []), { provide: Clock, useValue: clock }] };
  return {
    module: PeopleHouse,
    imports: [given, PeopleModule, SociogramModule],
    providers: [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ],
  };
}

/** The services of people and sociogram on an open database, without a server. */
export async function peopleOn(database: Database, clock: Clock = new MovedClock()): Promise<INestApplicationContext> {
  const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key } });
  rmSync(settings.dataFolder, { recursive: true, force: true });
  return NestFactory.createApplicationContext(houseOn({ settings, database }, clock), { logger: false });
}

export interface RunningPeople {
  readonly app: NestExpressApplication;
  readonly database: Database;
  readonly url: string;
  stop(): Promise<void>;
}

/** The rooms up to the sociogram behind the real server, on a fresh database. */
export async function startPeople(): Promise<RunningPeople> {
  const settings = await freshSettings();
  const database = await openDatabase({ address: settings.database, schemas: peopleTables });
  const app = await NestFactory.create<NestExpressApplication>(houseOn({ settings, database }, new MovedClock()), {
    logger: ['error'],
    bodyParser: false,
    abortOnError: false,
  });
  prepareServer(app, settings);
  await app.listen(settings.listen.port, settings.listen.host);
  const stop = async (): Promise<void> => {
    await app.close();
    await database.close();
    rmSync(settings.dataFolder, { recursive: true, force: true });
  };
  return { app, database, url: settings.publicAddress, stop };
}
