import type { INestApplicationContext } from '@nestjs/common';
import { Assignments } from '../../src/access/assignments.service';
import type { Viewer } from '../../src/access/domain/viewer';
import type { Person } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { ProtectedMail } from '../../src/people/protected-mail.service';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import type { Database } from '../../src/platform/database/database';
import { aViewer, byMail, details, withProtectedIdentity } from '../support/people-builders';
import { onEachDatabase } from '../support/databases';
import { peopleOn, peopleTables } from '../support/people-house';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

onEachDatabase((_, open) => {
  let database: Database;
  let house: INestApplicationContext;
  let people: People;
  let mail: ProtectedMail;
  beforeAll(async () => {
    ({ database } = await open(peopleTables));
    house = await peopleOn(database);
    people = house.get(People);
    mail = house.get(ProtectedMail);
  });
  afterAll(() => house.close());

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => database.transaction(work);
  const add = (viewer: Viewer, kind: Person['kind'], given = {}): Promise<Person> =>
    within(() => people.add(viewer, kind, details(given)));
  const namesSeenBy = (viewer: Viewer): Promise<string[]> =>
    within(async () => (await people.list(viewer)).map(({ person }) => person.fullName));

  describe('people', () => {
    it('come back from the database as they were', async () => {
      const sara = aViewer();
      const added = await add(sara, 'professional', { ...byMail('eva@vården.example'), workTitle: 'läkare' });

      const found = await within(() => people.get(sara, added.id));

      expect(found).toEqual(added);
      expect(found.email?.toString()).toBe('eva@xn--vrden-mra.example');
    });

    it('are changed for good', async () => {
      const sara = aViewer();
      const { id } = await add(sara, 'private');

      await within(() => people.change(sara, id, details({ calledName: 'Evis', ...withProtectedIdentity })));

      const found = await within(() => people.get(sara, id));
      expect([found.calledName, found.postalAddress, found.route]).toEqual(['Evis', null, 'none']);
    });

    it('are seen by the assigned alone, and professionals by every coordinator of the organisation', async () => {
      const sara = aViewer();
      const colleague = aViewer({ organisationId: sara.organisationId });
      await add(sara, 'service-user', { fullName: 'Olle Olsson' });
      await add(sara, 'private', { fullName: 'Eva Berg' });
      await add(sara, 'professional', { fullName: 'Dr Ek' });

      expect(await namesSeenBy(sara)).toEqual(['Dr Ek', 'Eva Berg', 'Olle Olsson']);
      expect(await namesSeenBy(colleague)).toEqual(['Dr Ek']);
      expect(await namesSeenBy(aViewer({ organisationId: sara.organisationId, role: 'administrator' }))).toEqual([]);
      expect(await namesSeenBy(aViewer())).toEqual([]);
    });

    it('are seen by whoever is assigned later', async () => {
      const [sara, eva] = [aViewer(), 'Eva Berg'];
      const colleague = aViewer({ organisationId: sara.organisationId });
      const { id } = await add(sara, 'private', { fullName: eva });

      await within(() => house.get(Assignments, { strict: false }).assign(colleague, 'person', id));

      expect(await namesSeenBy(colleague)).toEqual([eva]);
    });

    it('of another organisation do not exist, not even for somebody assigned by mistake', async () => {
      const [sara, stranger] = [aViewer(), aViewer()];
      const { id } = await add(sara, 'professional');
      await within(() => house.get(Assignments, { strict: false }).assign(stranger, 'person', id));

      await expect(within(() => people.get(stranger, id))).rejects.toThrow('notFound');
      await expect(within(() => people.change(stranger, id, details()))).rejects.toThrow('notFound');
      await expect(within(() => people.reachNow(stranger.organisationId, id))).rejects.toThrow('notFound');
      expect((await within(() => people.reaches(stranger, [id]))).size).toBe(0);
    });

    it('are logged by id when somebody reads or changes them', async () => {
      const sara = aViewer();
      const { id } = await add(sara, 'private');
      await within(() => people.read(sara, id));
      await within(() => people.change(sara, id, details()));

      const { organisationId } = sara;
      const log = await within(() =>
        database.repository(accessLogSchema).find({ where: { organisationId }, order: { number: 'ASC' } }),
      );

      expect(log.map((entry) => [entry.action, entry.aboutId])).toEqual([
        ['person.added', id],
        ['person.read', id],
        ['person.changed', id],
      ]);
    });
  });

  describe('protected mail', () => {
    const agreement = 'Avtal 12 med regionen: TLS 1.2 krävs.';

    it('holds for the domain decided on, from the decision until it is withdrawn', async () => {
      const ada = aViewer({ role: 'administrator', name: 'Ada Berg' });
      const sara = aViewer({ organisationId: ada.organisationId });
      const { id } = await add(sara, 'professional', byMail('ek@region.example'));
      const protection = async (): Promise<unknown> => {
        const reach = await within(() => people.reachNow(sara.organisationId, id));
        return reach.by === 'email' && reach.protection;
      };

      expect(await protection()).toBe('open');
      await within(() => mail.decide(ada, { domain: 'REGION.example', agreement }));
      expect(await protection()).toBe('protected');
      const [decision] = await within(() => mail.list(ada));
      expect(decision).toMatchObject({ domain: 'region.example', agreement, decidedByName: 'Ada Berg' });
      if (decision) await within(() => mail.withdraw(ada, decision.id));
      expect(await protection()).toBe('open');
    });

    it('is each organisation’s own decision, made once', async () => {
      const [ada, stranger] = [aViewer({ role: 'administrator' }), aViewer({ role: 'administrator' })];
      await within(() => mail.decide(ada, { domain: 'region.example', agreement }));
      const [decision] = await within(() => mail.list(ada));

      expect(await within(() => mail.list(stranger))).toEqual([]);
      await expect(within(() => mail.withdraw(stranger, decision?.id ?? (ada.userId as never)))).rejects.toThrow(
        'notFound',
      );
      await expect(within(() => mail.decide(ada, { domain: 'region.example', agreement }))).rejects.toThrow(
        'domainAlreadyProtected',
      );
    });

    it('needs the words of an agreement', async () => {
      const ada = aViewer({ role: 'administrator' });

      await expect(within(() => mail.decide(ada, { domain: 'region.example', agreement: ' ' }))).rejects.toThrow(
        'fieldMissing {"field":"agreement"}',
      );
    });
  });

  it('makes every new coordinator a professional who can be called', async () => {
    await house.init();
    const ada = await anAdministrator(house);
    const siv = await aCoordinator(house, ada);

    const [found] = await within(() => people.list(siv));

    expect(found?.person).toMatchObject({ kind: 'professional', fullName: 'Siv Ek', userId: siv.userId });
    expect(found?.reach).toEqual({ by: 'email', address: 'siv.ek@kommunen.example', protection: 'open' });
  });
});
