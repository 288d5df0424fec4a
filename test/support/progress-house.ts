import { rmSync } from 'node:fs';
import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Viewer } from '../../src/access/domain/viewer';
import { allSchemas } from '../../src/app.schemas';
import { GroupForming } from '../../src/groups/group-forming.service';
import { Leaving } from '../../src/groups/leaving.service';
import { Membership } from '../../src/groups/membership.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import type { PersonKind } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { PlatformModule } from '../../src/platform/platform.module';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { ProgressModule } from '../../src/progress/progress.module';
import { MovedClock } from './access-app';
import { freshSettings } from './app';
import { aDay } from './groups-builders';
import { details } from './people-builders';
import { aCoordinator, anAdministrator, goodPassword } from './staff-builders';
import { Visitor } from './visitor';

const key = Buffer.from('a key of thirty-two bytes, fixed');
const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;

class House {}

function houseOf(settings: Settings, database: Database, clock: Clock): DynamicModule {
  const platform = PlatformModule.on({ settings, database });
  const given = { ...platform, providers: [...(platform.providers ?? []), { provide: Clock, useValue: clock }] };
  return {
    module: House,
    imports: [given, ProgressModule],
    providers: [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ],
  };
}

/** Olle's group, and those in it. */
export interface OllesGroup {
  readonly viewer: Viewer;
  readonly id: GroupId;
  readonly olle: PersonId;
  readonly siv: PersonId;
  readonly asa: PersonId;
  readonly eva: PersonId;
}

/** The rooms from access to progress on an open database. */
export class ProgressHouse {
  private constructor(
    readonly app: INestApplicationContext,
    readonly database: Database,
    readonly clock: MovedClock,
    readonly url: string,
  ) {}

  static async on(database: Database): Promise<ProgressHouse> {
    const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key } });
    rmSync(settings.dataFolder, { recursive: true, force: true });
    const clock = new MovedClock();
    const house = houseOf(settings, database, clock);
    const app = await NestFactory.createApplicationContext(house, { logger: false });
    return new ProgressHouse(app, database, clock, '');
  }

  /** The same rooms behind the real server, on a fresh database. */
  static async served(): Promise<{ readonly house: ProgressHouse; stop(): Promise<void> }> {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: allSchemas });
    const clock = new MovedClock();
    const options = { logger: ['error'] as 'error'[], bodyParser: false, abortOnError: false };
    const app = await NestFactory.create<NestExpressApplication>(houseOf(settings, database, clock), options);
    prepareServer(app, settings);
    await app.listen(settings.listen.port, settings.listen.host);
    const stop = async (): Promise<void> => {
      await app.close();
      await database.close();
      rmSync(settings.dataFolder, { recursive: true, force: true });
    };
    return { house: new ProgressHouse(app, database, clock, settings.publicAddress), stop };
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

  /** A coordinator of an organisation of her own, and Olle's group: the core trio and his sister Eva. */
  async ollesGroup(coordinator = 'Siv Ek'): Promise<OllesGroup> {
    const ada = await anAdministrator(this.app, `Ada ${coordinator.split(' ')[0] ?? ''}`);
    const viewer = await aCoordinator(this.app, ada, coordinator);
    const olle = await this.person(viewer, 'service-user', 'Olle');
    const asa = await this.person(viewer, 'professional', 'Åsa');
    const people = await this.within(() => this.get(People).list(viewer));
    const siv = people.find(({ person }) => person.userId === viewer.userId)!.person.id;
    const group = await this.within(() =>
      this.get(GroupForming).create(viewer, {
        ...{ serviceUserId: olle, profile: 'resource-group', name: 'Olles lag', neutralTitle: 'Möte', network: [] },
        core: { coordinatorPersonId: siv, doctorId: asa, approval },
        sizeReason: 'Olle vill börja litet.',
      }),
    );
    return { viewer, id: group.id, olle, siv, asa, eva: await this.friend(viewer, group.id, 'Eva') };
  }

  /** Somebody private in the group. */
  async friend(viewer: Viewer, groupId: GroupId, name: string): Promise<PersonId> {
    const personId = await this.person(viewer, 'private', name);
    const newcomer = { personId, part: 'network', functionInGroup: '', approval } as const;
    await this.within(() => this.get(Membership).addMember(viewer, groupId, newcomer));
    return personId;
  }

  leave({ viewer, id }: OllesGroup, personId: PersonId): Promise<unknown> {
    return this.within(() => this.get(Leaving).leave(viewer, id, personId));
  }

  async signedIn({ viewer }: Pick<OllesGroup, 'viewer'>): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.get('/sign-in');
    const email = `${viewer.name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    return visitor;
  }

  private async person(viewer: Viewer, kind: PersonKind, calledName: string): Promise<PersonId> {
    const told = details({ calledName, fullName: `${calledName} Provsson` });
    return (await this.within(() => this.get(People).add(viewer, kind, told))).id;
  }
}
