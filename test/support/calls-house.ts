import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { allSchemas } from '../../src/app.schemas';
import type { Viewer } from '../../src/access/domain/viewer';
import { Consents } from '../../src/groups/consents.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import { memberSchema } from '../../src/groups/store/groups.schemas';
import { Membership } from '../../src/groups/membership.service';
import { Dispatcher } from '../../src/outbox/dispatcher.service';
import { InvitationsModule } from '../../src/invitations/invitations.module';
import { Sending } from '../../src/invitations/sending.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Booking } from '../../src/meetings/domain/meeting';
import type { PersonDetails, PersonKind } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import type { Database } from '../../src/platform/database/database';
import { PlatformModule } from '../../src/platform/platform.module';
import { Threads } from '../../src/platform/threads/threads';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { MovedClock } from './access-app';
import { freshSettings } from './app';
import { aDay } from './groups-builders';
import { aBooking } from './meetings-builders';
import { byMail, details } from './people-builders';
import { aCoordinator, anAdministrator, goodPassword } from './staff-builders';
import { TypescriptThreads } from './threads';
import { Visitor } from './visitor';

export const callTables = allSchemas;

class House {}

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;

export interface Newcomer {
  readonly part?: 'network' | 'adjunct';
  /** What is not set is given: the service user's yes and both consents. */
  readonly lacks?: readonly ('approval' | 'contact' | 'take-part')[];
  readonly kind?: PersonKind;
}

/**
 * Every room up to the calls, and further ones if asked for, behind the real server on an open database; with a group
 * of Olle's that can be called.
 */
export class CallsHouse {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: Database,
    readonly settings: Settings,
    readonly clock: MovedClock,
  ) {}

  static async on(
    database: Database,
    changes: Partial<Settings> = {},
    further: readonly Type[] = [],
  ): Promise<CallsHouse> {
    const key = Buffer.from('a key of thirty-two bytes, fixed');
    const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key }, ...changes });
    const clock = new MovedClock();
    const platform = PlatformModule.on({ settings, database });
    const given = {
      ...platform,
      providers: [
        ...(platform.providers ?? []),
        { provide: Clock, useValue: clock },
        { provide: Threads, useClass: TypescriptThreads },
      ],
    };
    const providers = [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ];
    const house: DynamicModule = { module: House, imports: [given, InvitationsModule, ...further], providers };
    const options = { logger: ['error'] as 'error'[], bodyParser: false, abortOnError: false };
    const app = await NestFactory.create<NestExpressApplication>(house, options);
    prepareServer(app, settings);
    await app.listen(settings.listen.port, settings.listen.host);
    return new CallsHouse(app, database, settings, clock);
  }

  get url(): string {
    return `http://localhost:${String(this.settings.listen.port)}`;
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

  /** The mail that has left, oldest first. */
  mails(): readonly Buffer[] {
    const folder = join(this.settings.dataFolder, 'mail');
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    return names.sort().map((name) => readFileSync(join(folder, name)));
  }

  dispatch(): Promise<void> {
    return this.get(Dispatcher).dispatchAll();
  }

  send(viewer: Viewer, groupId: GroupId): Promise<void> {
    return this.within(() => this.get(Sending).send(viewer, groupId));
  }

  book(viewer: Viewer, groupId: GroupId, bookings: readonly Partial<Booking>[]) {
    return this.within(() => this.get(Bookings).book(viewer, groupId, bookings.map(aBooking)));
  }

  async signedIn(email: string): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    return visitor;
  }
}

/** A coordinator with the group she calls: Olle, herself and a doctor so far. */
export class CalledGroup {
  private constructor(
    readonly house: CallsHouse,
    readonly viewer: Viewer,
    private readonly made: { readonly email: string; readonly id: GroupId; readonly olle: PersonId },
  ) {}

  get id(): GroupId {
    return this.made.id;
  }

  /** What the coordinator signs in with. */
  get email(): string {
    return this.made.email;
  }

  get olle(): PersonId {
    return this.made.olle;
  }

  static async in(house: CallsHouse, coordinator = 'Siv Ek', neutralTitle = 'Möte'): Promise<CalledGroup> {
    const ada = await anAdministrator(house.app, `Ada ${coordinator.split(' ')[0] ?? ''}`);
    const viewer = await aCoordinator(house.app, ada, coordinator);
    const email = `${coordinator.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
    const add = (kind: PersonKind, given: Partial<PersonDetails>) =>
      house.within(() => house.get(People).add(viewer, kind, details(given)));
    const olle = await add('service-user', {
      calledName: 'Olle',
      fullName: 'Olle Ängström',
      ...byMail('olle@post.example'),
    });
    const doctor = await add('professional', {
      calledName: 'Åsa',
      fullName: 'Åsa Lindqvist',
      ...byMail('asa@region.example'),
    });
    const all = await house.within(() => house.get(People).list(viewer));
    const own = all.find(({ person }) => person.userId === viewer.userId)!.person;
    const group = await house.within(() =>
      house.get(GroupForming).create(viewer, {
        ...{ serviceUserId: olle.id, profile: 'resource-group', name: 'Olles lag', neutralTitle, network: [] },
        core: { coordinatorPersonId: own.id, doctorId: doctor.id, approval },
        sizeReason: 'Olle vill börja litet.',
      }),
    );
    const made = new CalledGroup(house, viewer, { email, id: group.id, olle: olle.id });
    for (const id of [olle.id, doctor.id, own.id]) await made.consents(id);
    return made;
  }

  /** Somebody more in the group; a friend with every permission unless said otherwise. */
  async add(
    given: Partial<PersonDetails>,
    { part = 'network', lacks = [], kind = 'private' }: Newcomer = {},
  ): Promise<PersonId> {
    const { house, viewer } = this;
    const person = await house.within(() => house.get(People).add(viewer, kind, details(given)));
    const newcomer = { personId: person.id, part, functionInGroup: '', approval };
    await house.within(() => house.get(Membership).addMember(viewer, this.id, newcomer));
    // Nobody comes in by the forms without the service user's yes; an older row may lack it.
    if (lacks.includes('approval')) await house.within(() => unapprove(house.database, person.id));
    await this.consents(person.id, lacks);
    return person.id;
  }

  async consents(personId: PersonId, lacks: Newcomer['lacks'] = []): Promise<void> {
    for (const kind of ['contact', 'take-part'] as const) {
      if (lacks.includes(kind)) continue;
      const given = {
        personId,
        kind,
        textShown: 'Jag vill.',
        how: 'said',
        givenOn: aDay('2027-02-01'),
        until: null,
      } as const;
      await this.house.within(() => this.house.get(Consents).record(this.viewer, this.id, given));
    }
  }

  withdraw(personId: PersonId, kind: 'contact' | 'take-part'): Promise<void> {
    return this.house.within(() => this.house.get(Consents).withdraw(this.viewer, this.id, { personId, kind }));
  }

  book(days: readonly string[], given: Partial<Booking> = {}) {
    const bookings = days.map((day, index) => ({ ...given, number: index + 1, day: aDay(day), target: aDay(day) }));
    return this.house.book(this.viewer, this.id, bookings);
  }

  send(): Promise<void> {
    return this.house.send(this.viewer, this.id);
  }
}

const unapprove = (database: Database, personId: PersonId): Promise<unknown> =>
  database.repository(memberSchema).update({ personId }, { approvedOn: null });
