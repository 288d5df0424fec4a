import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module';
import { allSchemas } from './app.schemas';
import { RunJob } from './caseload/run-job.service';
import { CallsJob } from './invitations/calls-job.service';
import { OutboxJob } from './outbox/outbox-job.service';
import { CalendarsJob } from './availability/calendars-job.service';
import type { Settings } from './platform/config/settings';
import { DatabaseEnd } from './platform/database/database-end';
import { openDatabase } from './platform/database/open-database';
import { Jobs } from './platform/jobs/jobs.service';
import type { Ground } from './platform/platform.module';
import { prepareServer } from './platform/web/server';
import { RepliesJob } from './replies/replies-job.service';

/** The rooms, and the end of the database that was opened for them. */
@Module({})
class Program {
  static of(rooms: DynamicModule): DynamicModule {
    return { module: Program, imports: [rooms], providers: [DatabaseEnd] };
  }
}

/** The program's rooms on their ground. */
export type House = (ground: Ground) => DynamicModule;

/** Builds the whole program on an open database; it neither listens nor sends yet. */
export async function build(
  settings: Settings,
  house: House = (ground) => AppModule.on(ground),
): Promise<NestExpressApplication> {
  const database = await openDatabase({ address: settings.database, schemas: allSchemas });
  const app = await NestFactory.create<NestExpressApplication>(Program.of(house({ settings, database })), {
    logger: ['error', 'warn'],
    bodyParser: false,
    abortOnError: false,
  });
  prepareServer(app, settings);
  app.enableShutdownHooks();
  await app.init();
  return app;
}

/** Answers on the network, and lets the outbox send. */
export async function serve(app: NestExpressApplication, { listen }: Settings): Promise<void> {
  await app.listen(listen.port, listen.host);
  app.get(OutboxJob, { strict: false }).start();
  app.get(CallsJob, { strict: false }).startIn(app.get(Jobs, { strict: false }));
  app.get(RepliesJob, { strict: false }).start();
  app.get(RunJob, { strict: false }).start();
  app.get(CalendarsJob, { strict: false }).start();
}
