import type { Viewer } from '../../src/access/domain/viewer';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import type { PersonKind } from '../../src/people/domain/person';
import { PeopleInTransit } from '../../src/people/people-in-transit.service';
import { People } from '../../src/people/people.service';
import { Database } from '../../src/platform/database/database';
import { type RunningApp, startApp } from './app';
import { aDay } from './groups-builders';
import { details } from './people-builders';
import { aCoordinator, anAdministrator, goodPassword } from './staff-builders';
import { Visitor } from './visitor';

const approval = { on: aDay('2026-11-01'), how: 'at-meeting' } as const;

/** The whole program, and a small group of Olle's that has just begun. */
export class MethodHouse {
  private constructor(
    private readonly running: RunningApp,
    private readonly ada: Viewer,
    readonly groupId: GroupId,
    readonly olle: PersonId,
  ) {}

  static async open(): Promise<MethodHouse> {
    const running = await startApp();
    const { app } = running;
    const ada = await anAdministrator(app);
    const siv = await aCoordinator(app, ada);
    const of = <Service>(service: new (...given: never[]) => Service): Service => app.get(service, { strict: false });
    const { olle, groupId } = await of(Database).transaction(async () => {
      const person = async (kind: PersonKind, calledName: string): Promise<PersonId> =>
        (await of(People).add(siv, kind, details({ calledName, fullName: `${calledName} Provsson` }))).id;
      const serviceUserId = await person('service-user', 'Olle');
      const { id: coordinatorPersonId } = await of(PeopleInTransit).own(siv);
      const core = { coordinatorPersonId, doctorId: await person('professional', 'Åsa'), approval };
      const titles = { profile: 'resource-group', name: 'Olles lag', neutralTitle: 'Möte' };
      const sizeReason = 'Olle vill börja litet.';
      const group = await of(GroupForming).create(siv, { serviceUserId, ...titles, core, network: [], sizeReason });
      return { olle: serviceUserId, groupId: group.id };
    });
    return new MethodHouse(running, ada, groupId, olle);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  get url(): string {
    return this.running.url;
  }

  async signedIn(name = 'Siv Ek'): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.get('/sign-in');
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    await visitor.get('/');
    return visitor;
  }

  /** Another coordinator of the same organisation, who is not in the group. */
  async another(name: string): Promise<Visitor> {
    await aCoordinator(this.running.app, this.ada, name);
    return this.signedIn(name);
  }

  /** What the log says of the service user, oldest first. */
  async logged(): Promise<readonly string[]> {
    const database = this.running.app.get(Database, { strict: false });
    const rows = await database.transaction(() =>
      database.repository(accessLogSchema).find({ order: { number: 'ASC' } }),
    );
    return rows.filter(({ aboutId }) => aboutId === this.olle).map(({ action }) => action);
  }
}
