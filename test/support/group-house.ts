import { rmSync } from 'node:fs';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Viewer } from '../../src/access/domain/viewer';
import { accessSchemas } from '../../src/access/store/access.schemas';
import { AgendasModule } from '../../src/agendas/agendas.module';
import { agendasSchemas } from '../../src/agendas/store/agendas.schemas';
import { auditSchemas } from '../../src/audit/store/audit.schemas';
import { groupsSchemas } from '../../src/groups/store/groups.schemas';
import type { PersonId } from '../../src/kernel/identifiers';
import { meetingsSchemas } from '../../src/meetings/store/meetings.schemas';
import type { PersonDetails, PersonKind } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { peopleSchemas } from '../../src/people/store/people.schemas';
import { PlanningModule } from '../../src/planning/planning.module';
import { availabilitySchemas } from '../../src/availability/store/availability.schemas';
import { planningSchemas } from '../../src/planning/store/planning.schemas';
import { Clock } from '../../src/platform/clock';
import type { Database } from '../../src/platform/database/database';
import type { Settings } from '../../src/platform/config/settings';
import { openDatabase } from '../../src/platform/database/open-database';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { PlatformModule } from '../../src/platform/platform.module';
import type { NominationState } from '../../src/sociogram/domain/nomination';
import { Nominations } from '../../src/sociogram/nominations.service';
import { Sociograms } from '../../src/sociogram/sociograms.service';
import { sociogramSchemas } from '../../src/sociogram/store/sociogram.schemas';
import { MovedClock } from './access-app';
import { freshSettings } from './app';
import { aDay } from './groups-builders';
import { details } from './people-builders';

export const groupTables = [
  ...auditSchemas,
  ...accessSchemas,
  ...peopleSchemas,
  ...sociogramSchemas,
  ...groupsSchemas,
  ...meetingsSchemas,
  ...availabilitySchemas,
  ...planningSchemas,
  ...agendasSchemas,
];

class House {}

function houseOf(settings: Settings, database: Database, clock: Clock): DynamicModule {
  const platform = PlatformModule.on({ settings, database });
  const given = { ...platform, providers: [...(platform.providers ?? []), { provide: Clock, useValue: clock }] };
  return {
    module: House,
    imports: [given, PlanningModule, AgendasModule],
    providers: [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ],
  };
}

/** The rooms from access to agendas on an open database, without a server. */
export class GroupHouse {
  private constructor(
    readonly app: INestApplicationContext,
    readonly database: Database,
    readonly clock: MovedClock,
  ) {}

  static async on(database: Database): Promise<GroupHouse> {
    const key = Buffer.from('a key of thirty-two bytes, fixed');
    const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key } });
    rmSync(settings.dataFolder, { recursive: true, force: true });
    const clock = new MovedClock();
    const house = houseOf(settings, database, clock);
    return new GroupHouse(await NestFactory.createApplicationContext(house, { logger: false }), database, clock);
  }

  /** The same rooms behind the real server, on a fresh database. */
  static async served(): Promise<{ readonly house: GroupHouse; readonly url: string; stop(): Promise<void> }> {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: groupTables });
    const clock = new MovedClock();
    const app = await NestFactory.create<NestExpressApplication>(houseOf(settings, database, clock), {
      logger: false,
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
    const url = `http://127.0.0.1:${String(settings.listen.port)}`;
    return { house: new GroupHouse(app, database, clock), url, stop };
  }

  get<Service>(service: Type<Service>): Service {
    return this.app.get(service, { strict: false });
  }

  within<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** Somebody new; a professional unless said otherwise. */
  async person(viewer: Viewer, calledName: string, given: Partial<PersonDetails> & { kind?: PersonKind } = {}) {
    const { kind = 'professional', ...told } = given;
    return this.within(() =>
      this.get(People).add(viewer, kind, details({ calledName, fullName: `${calledName} Provsson`, ...told })),
    );
  }

  /** Somebody on the service user's map who has come so far, by all the steps before it. */
  async nominated(viewer: Viewer, serviceUserId: PersonId, name: string, state: NominationState): Promise<PersonId> {
    const { id: personId } = await this.person(viewer, name, { kind: 'private' });
    const nominations = this.get(Nominations);
    const [how, day] = ['at-meeting', aDay('2027-02-01')] as const;
    await this.within(async () => {
      const figure = await this.get(Sociograms).place(viewer, serviceUserId, {
        ...{ name: name.slice(0, 40), sector: 'friends', ring: 1, tie: 'supportive', meaning: '' },
      });
      await nominations.step(viewer, serviceUserId, figure, { became: 'may-be-asked', how, day });
      await nominations.ask(viewer, serviceUserId, figure, { personId, how, day });
      for (const became of stepsAfterAsking(state))
        await nominations.step(viewer, serviceUserId, figure, { became, how, day });
    });
    return personId;
  }
}

function stepsAfterAsking(state: NominationState): readonly NominationState[] {
  const way: readonly NominationState[] = ['talked-with', 'yes'];
  return way.slice(0, way.indexOf(state) + 1);
}
