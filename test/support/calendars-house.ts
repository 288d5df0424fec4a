import { rmSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AvailabilityModule } from '../../src/availability/availability.module';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { type Fetched, Outgoing } from '../../src/platform/outgoing/outgoing';
import { PlatformModule } from '../../src/platform/platform.module';
import { Threads } from '../../src/platform/threads/threads';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { MovedClock } from './access-app';
import { freshSettings } from './app';
import { TypescriptThreads } from './threads';

class House {}

/** Other machines, as far as a test says what lies on them. */
class ToldOutgoing extends Outgoing {
  readonly asked: string[] = [];
  readonly answers = new Map<string, Fetched | Promise<Fetched>>();

  fetch(address: string): Promise<Fetched> {
    this.asked.push(address);
    return Promise.resolve(this.answers.get(address) ?? { kind: 'failed', why: 'unreachable' });
  }
}

/** The rooms up to availability behind the real server, with a clock and other machines that the test moves. */
export class CalendarsHouse {
  readonly clock = new MovedClock();
  readonly outgoing = new ToldOutgoing();

  private constructor(
    readonly database: Database,
    readonly settings: Settings,
    private running: NestExpressApplication | null = null,
  ) {}

  static async on(database: Database, changes: Partial<Settings> = {}): Promise<CalendarsHouse> {
    const settings = await freshSettings({ calendarAddresses: true, ...changes });
    const house = new CalendarsHouse(database, settings);
    const platform = PlatformModule.on({ settings, database });
    const told = [
      { provide: Clock, useValue: house.clock },
      { provide: Threads, useClass: TypescriptThreads },
      { provide: Outgoing, useValue: house.outgoing },
    ];
    const given = { ...platform, providers: [...(platform.providers ?? []), ...told] };
    const providers = [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ];
    const options = { logger: false as const, bodyParser: false, abortOnError: false };
    const module = { module: House, imports: [given, AvailabilityModule], providers };
    house.running = await NestFactory.create<NestExpressApplication>(module, options);
    prepareServer(house.app, settings);
    await house.app.listen(settings.listen.port, settings.listen.host);
    return house;
  }

  get app(): NestExpressApplication {
    return this.running!;
  }

  get<Service>(service: Type<Service>): Service {
    return this.app.get(service, { strict: false });
  }

  within<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.settings.dataFolder, { recursive: true, force: true });
  }
}
