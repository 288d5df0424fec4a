import { rmSync } from 'node:fs';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Viewer } from '../../src/access/domain/viewer';
import { allSchemas } from '../../src/app.schemas';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import type { PersonKind } from '../../src/people/domain/person';
import { Clock } from '../../src/platform/clock';
import type { Settings } from '../../src/platform/config/settings';
import { openDatabase } from '../../src/platform/database/open-database';
import { PlatformModule } from '../../src/platform/platform.module';
import { AnswerInterceptor } from '../../src/platform/web/answer.interceptor';
import { ProblemFilter } from '../../src/platform/web/problem.filter';
import { prepareServer } from '../../src/platform/web/server';
import { TransactionInterceptor } from '../../src/platform/web/transaction.interceptor';
import { MovedClock } from './access-app';
import { freshSettings } from './app';
import { aCoordinator, anAdministrator, goodPassword } from './staff-builders';
import { Visitor } from './visitor';
import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import { Agendas } from '../../src/agendas/agendas.service';
import type { AgendaItem } from '../../src/agendas/domain/agenda-item';
import { Consents } from '../../src/groups/consents.service';
import { consentKinds } from '../../src/groups/domain/consent';
import { Groups } from '../../src/groups/groups.service';
import { Membership } from '../../src/groups/membership.service';
import type { AgendaItemId, MeetingId, PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import { Beginning } from '../../src/notes/beginning.service';
import { Holding } from '../../src/notes/holding.service';
import type { Presence } from '../../src/notes/domain/attendance';
import type { Notes } from '../../src/notes/domain/notes';
import { NotesModule } from '../../src/notes/notes.module';
import { NotesReading } from '../../src/notes/notes-reading.service';
import { NoteWriting, type Written } from '../../src/notes/note-writing.service';
import { People } from '../../src/people/people.service';
import { PlanningModule } from '../../src/planning/planning.module';
import type { Database } from '../../src/platform/database/database';
import { aDay, anId } from './groups-builders';
import { aBooking, anItemContent } from './meetings-builders';
import { details } from './people-builders';

const key = Buffer.from('a key of thirty-two bytes, fixed');
const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;

class Rooms {}

function roomsOn(settings: Settings, database: Database, clock: Clock): DynamicModule {
  const platform = PlatformModule.on({ settings, database });
  const given = { ...platform, providers: [...(platform.providers ?? []), { provide: Clock, useValue: clock }] };
  return {
    module: Rooms,
    imports: [given, PlanningModule, NotesModule],
    providers: [
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    ],
  };
}

type Kind<Service> = abstract new (...given: never[]) => Service;

/** The rooms from access to notes on an open database; every meeting made in them is a story of its own. */
export class NotesRooms {
  private constructor(
    readonly app: INestApplicationContext,
    readonly database: Database,
    readonly clock: MovedClock,
    readonly url: string,
  ) {}

  static async on(database: Database): Promise<NotesRooms> {
    const settings = await freshSettings({ keys: { data: key, dataKeyId: 'k1', links: key } });
    rmSync(settings.dataFolder, { recursive: true, force: true });
    const clock = new MovedClock();
    const app = await NestFactory.createApplicationContext(roomsOn(settings, database, clock), { logger: false });
    return new NotesRooms(app, database, clock, '');
  }

  /** The same behind the real server, on a fresh database. */
  static async served(): Promise<{ readonly rooms: NotesRooms; stop(): Promise<void> }> {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: allSchemas });
    const clock = new MovedClock();
    const options = { logger: false, bodyParser: false, abortOnError: false } as const;
    const app = await NestFactory.create<NestExpressApplication>(roomsOn(settings, database, clock), options);
    prepareServer(app, settings);
    await app.listen(settings.listen.port, settings.listen.host);
    const stop = async (): Promise<void> => {
      await app.close();
      await database.close();
      rmSync(settings.dataFolder, { recursive: true, force: true });
    };
    return { rooms: new NotesRooms(app, database, clock, settings.publicAddress), stop };
  }

  get<Service>(service: Kind<Service>): Service {
    return this.app.get<Service>(service, { strict: false });
  }

  within<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(work);
  }

  /** A coordinator in an organisation of her own. */
  async coordinator(name: string): Promise<Viewer> {
    const organisation = `Ada ${name.replaceAll(' ', '')}`;
    return aCoordinator(this.app, await anAdministrator(this.app, organisation), name);
  }

  async signedIn({ name }: Viewer): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.get('/sign-in');
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    return visitor;
  }
}

interface Begun {
  readonly olle?: Presence;
  readonly meetingId?: MeetingId;
}

type Cast = Readonly<Record<'olle' | 'siv' | 'asa' | 'eva' | 'hans', PersonId>>;

/** Olle's second meeting is in an hour: a secret of the core trio on its agenda, and Hans invited to an item of his. */
export class HeldMeeting {
  readonly viewer: Viewer;
  readonly group: ResourceGroup;
  readonly cast: Cast;
  readonly meetingId: MeetingId;
  readonly nextId: MeetingId;
  readonly items: Readonly<Record<'first' | 'secret' | 'hans' | 'tasks', AgendaItemId>>;

  private constructor(
    readonly rooms: NotesRooms,
    given: Pick<HeldMeeting, 'viewer' | 'group' | 'cast' | 'meetingId' | 'nextId' | 'items'>,
  ) {
    this.viewer = given.viewer;
    this.group = given.group;
    this.cast = given.cast;
    this.meetingId = given.meetingId;
    this.nextId = given.nextId;
    this.items = given.items;
  }

  static async in(rooms: NotesRooms, coordinator = 'Siv Ek'): Promise<HeldMeeting> {
    const viewer = await rooms.coordinator(coordinator);
    return rooms.within(async () => {
      const { group, cast } = await circle(rooms, viewer);
      const days = ['2027-02-01', '2027-03-01', '2027-04-14'].map(aDay);
      const start = TimeOfDay.of('10:00');
      const bookings = days.map((day, place) => aBooking({ number: place + 1, day, target: day, start }));
      const [past, meeting, next] = await rooms.get(Bookings).book(viewer, group.id, bookings);
      await rooms.get(Bookings).called(viewer, group.id, [past!.id, meeting!.id, next!.id]);
      const items = await prepare(rooms, viewer, meeting!.id, cast.hans);
      return new HeldMeeting(rooms, { viewer, group, cast, meetingId: meeting!.id, nextId: next!.id, items });
    });
  }

  get path(): string {
    return `/meetings/${this.meetingId}`;
  }

  /** Everybody is there, unless it is said that Olle is not. */
  async begin({ olle = 'there', meetingId = this.meetingId }: Begun = {}): Promise<Notes> {
    return this.rooms.within(async () => {
      const shown = await this.rooms.get(NotesReading).of(this.viewer, meetingId);
      const attendance = Object.values(this.cast).map((personId) => ({
        personId,
        presence: personId === this.cast.olle ? olle : ('there' as const),
      }));
      const start = {
        attendance,
        leading: { chair: 'together', chairId: null },
        isReconciliation: olle === 'away',
      } as const;
      return this.rooms.get(Beginning).begin(this.viewer, shown, start);
    });
  }

  write(itemId: AgendaItemId, given: Partial<Written>): Promise<Notes> {
    const written = { form: anId<'form'>(), outcome: '', decision: '', task: null, ...given };
    return this.rooms.within(() => this.rooms.get(NoteWriting).write(this.viewer, this.meetingId, itemId, written));
  }

  end(): Promise<Notes> {
    return this.rooms.within(() => this.rooms.get(Holding).end(this.viewer, this.meetingId));
  }

  /** What has been done to the notes, in the order the organisation's access log has it. */
  async deeds(): Promise<readonly string[]> {
    const { organisationId } = this.viewer;
    const query = `SELECT action FROM access_log WHERE organisation_id = '${organisationId}' ORDER BY number`;
    const rows = await this.rooms.within(() => this.rooms.database.manager().query<{ action: string }[]>(query));
    return rows.map(({ action }) => action).filter((action) => action.startsWith('notes.'));
  }
}

/** Olle, Siv and Åsa, his sister Eva, and Hans who comes to one item only; everybody has said yes. */
async function circle(
  rooms: NotesRooms,
  viewer: Viewer,
): Promise<{ readonly group: ResourceGroup; readonly cast: Cast }> {
  const person = async (kind: PersonKind, calledName: string): Promise<PersonId> => {
    const told = details({ calledName, fullName: `${calledName} Provsson` });
    return (await rooms.get(People).add(viewer, kind, told)).id;
  };
  const siv = (await rooms.get(People).list(viewer)).find(({ person: one }) => one.userId === viewer.userId)!.person.id;
  const [olle, asa] = [await person('service-user', 'Olle'), await person('professional', 'Åsa')];
  const { id } = await rooms.get(GroupForming).create(viewer, {
    ...{ serviceUserId: olle, profile: 'resource-group', name: 'Olles lag', neutralTitle: 'Möte', network: [] },
    core: { coordinatorPersonId: siv, doctorId: asa, approval },
    sizeReason: 'Olle vill börja litet.',
  });
  const [eva, hans] = [await person('private', 'Eva'), await person('professional', 'Hans')];
  for (const [personId, part] of [
    [eva, 'network'],
    [hans, 'adjunct'],
  ] as const)
    await rooms.get(Membership).addMember(viewer, id, { personId, part, functionInGroup: '', approval });
  const group = await rooms.get(Groups).get(viewer, id);
  const given = { textShown: 'Ja.', how: 'said', givenOn: aDay('2027-02-01'), until: null } as const;
  for (const { personId } of group.present)
    for (const kind of consentKinds) await rooms.get(Consents).record(viewer, id, { ...given, personId, kind });
  return { group, cast: { olle, siv, asa, eva, hans } };
}

async function prepare(rooms: NotesRooms, viewer: Viewer, meetingId: MeetingId, hans: PersonId) {
  const trio = { audience: 'trio', named: [] } as const;
  const secret = anItemContent({ title: 'Hemligheten om sömnen', neutralTitle: 'Nytt sedan sist', readership: trio });
  const invited = anItemContent({ title: 'Praktik på biblioteket', neutralTitle: 'Besök', guest: hans });
  await rooms.get(AgendaEdits).add(viewer, meetingId, secret);
  await rooms.get(AgendaEdits).add(viewer, meetingId, invited);
  const { agenda } = await rooms.get(Agendas).get(viewer, meetingId);
  const named = (found: (item: AgendaItem) => boolean): AgendaItemId => agenda.items.find(found)!.id;
  return {
    first: agenda.items[0]!.id,
    secret: named(({ title }) => title === secret.title),
    hans: named(({ guest }) => guest === hans),
    tasks: named(({ standing }) => standing === 'tasksSince'),
  };
}
