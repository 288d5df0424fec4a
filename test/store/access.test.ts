import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Assignments } from '../../src/access/assignments.service';
import { Coordinators } from '../../src/access/coordinators.service';
import { CoordinatorAdded } from '../../src/access/domain/coordinator-added';
import type { Viewer } from '../../src/access/domain/viewer';
import { OneTimeSecrets } from '../../src/access/one-time-secrets.service';
import { Sessions } from '../../src/access/sessions.service';
import { SignIn } from '../../src/access/sign-in.service';
import { Staff } from '../../src/access/staff.service';
import { StaffRepository } from '../../src/access/staff.repository';
import { Units } from '../../src/access/units.service';
import { DomainError } from '../../src/kernel/domain-error';
import type { Database } from '../../src/platform/database/database';
import { Facts } from '../../src/platform/facts';
import { accessOn, accessTables, MovedClock } from '../support/access-app';
import { onEachDatabase } from '../support/databases';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';

onEachDatabase((_, open) => {
  let database: Database;
  let house: INestApplicationContext;
  let ada: Viewer;
  let siv: Viewer;
  let stranger: Viewer;
  const clock = new MovedClock();
  beforeAll(async () => {
    ({ database } = await open(accessTables));
    house = await accessOn(database, clock);
    ada = await anAdministrator(house);
    siv = await aCoordinator(house, ada);
    stranger = await anAdministrator(house, 'Bo Dahl');
  });
  afterAll(() => house.close());

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => database.transaction(work);
  const signIn = (password: string, email = 'siv.ek@kommunen.example', network = '192.0.2.1') =>
    house.get(SignIn, { strict: false }).try({ email, password, network });

  describe('signing in', () => {
    const kinds = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind).sort();

    it('refuses what can be nobody’s address like any other wrong name', async () => {
      const names = ['siv.ek@kommunen.example\u0000', 'siv\u0000', '\ud800', 'å'.repeat(9999)];
      const outcomes = await Promise.all(names.map((name) => signIn('fel', name, randomUUID())));

      expect(kinds(outcomes)).toEqual(names.map(() => 'refused'));
    });

    it('counts a hundred guesses at once as a hundred: five are looked at, the rest wait', async () => {
      const email = `${randomUUID()}@kommunen.example`;
      const outcomes = await Promise.all(Array.from({ length: 100 }, () => signIn('fel', email, randomUUID())));

      expect(kinds(outcomes)).toEqual([
        ...Array.from({ length: 5 }, () => 'refused'),
        ...Array.from({ length: 95 }, () => 'wait'),
      ]);
    });

    it('counts a network over all the names guessed from it, and IPv6 by its /64', async () => {
      for (let host = 0; host < 30; host += 1)
        await signIn('fel', `${randomUUID()}@kommunen.example`, `2001:db8:1:2::${String(host)}`);

      expect(await signIn(goodPassword, 'siv.ek@kommunen.example', '2001:db8:1:2:a::1')).toMatchObject({
        kind: 'wait',
      });
      expect(await signIn(goodPassword, 'siv.ek@kommunen.example', '2001:db8:1:3::1')).toMatchObject({
        kind: 'signed-in',
      });
    });

    it('remembers the tries when the program starts anew', async () => {
      const email = `${randomUUID()}@kommunen.example`;
      for (let count = 0; count < 5; count += 1) await signIn('fel', email);
      const anew = await accessOn(database, clock);
      const again = await anew.get(SignIn, { strict: false }).try({ email, password: 'fel', network: '192.0.2.9' });
      await anew.close();

      expect(again).toMatchObject({ kind: 'wait' });
    });

    it('lets the next wait be longer, up to a quarter of an hour', async () => {
      const email = `${randomUUID()}@kommunen.example`;
      for (let count = 0; count < 5; count += 1) await signIn('fel', email, randomUUID());
      const waits = [];
      for (let count = 0; count < 7; count += 1) {
        const outcome = await signIn('fel', email, randomUUID());
        const until = outcome.kind === 'wait' ? outcome.until : clock.now();
        waits.push((until.toDate().getTime() - clock.now().toDate().getTime()) / 60_000);
        clock.pass(waits[count] ?? 0);
        await signIn('fel', email, randomUUID());
      }

      expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
    });

    it('forgets the failures of whoever gets it right', async () => {
      for (let count = 0; count < 3; count += 1) {
        for (let failure = 0; failure < 4; failure += 1) await signIn('fel', 'siv.ek@kommunen.example', '198.51.100.7');
        expect(await signIn(goodPassword, 'siv.ek@kommunen.example', '198.51.100.7')).toMatchObject({
          kind: 'signed-in',
        });
      }
    });

    it('keeps neither the session nor the password as they are', async () => {
      const outcome = await signIn(goodPassword);
      if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
      const rows = await within(() => database.manager().query<object[]>('SELECT * FROM session'));
      const users = await within(() =>
        database.manager().query<{ password_hash: string }[]>('SELECT * FROM staff_user'),
      );

      expect(JSON.stringify(rows)).not.toContain(outcome.session);
      for (const { password_hash } of users) expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
    });

    it('clears the sessions that are over', async () => {
      await signIn(goodPassword);
      clock.pass(12 * 60);
      await signIn(goodPassword);

      const rows = await within(() => database.manager().query<object[]>('SELECT id FROM session'));
      expect(rows).toHaveLength(1);
    });
  });

  describe('a one-time secret', () => {
    const secrets = () => house.get(OneTimeSecrets, { strict: false });

    it('opens once, even for two who come at the same time', async () => {
      const secret = await within(() => secrets().make('first-administrator', null));
      const uses = await Promise.allSettled(
        [1, 2].map(() => within(() => secrets().use(secret, 'first-administrator'))),
      );

      expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('opens only its own door, and not after its time', async () => {
      const secret = await within(() => secrets().make('first-administrator', null));

      expect(await within(() => secrets().find(secret, 'choose-password'))).toBeNull();
      clock.pass(24 * 60);
      expect(await within(() => secrets().find(secret, 'first-administrator'))).toBeNull();
    });
  });

  describe('another organisation', () => {
    const notFound = new DomainError('notFound');

    it('is as if it did not exist', async () => {
      const units = house.get(Units, { strict: false });
      const [unit] = await within(() => units.all(ada));
      if (unit === undefined) throw new Error('no unit');
      const email = 'ny@kommunen.example';
      const given = { name: 'Ny', email, workPhone: '070-174 06 35', unitId: unit.id };

      await expect(within(() => units.get(stranger, unit.id))).rejects.toEqual(notFound);
      await expect(within(() => units.rename(stranger, unit.id, 'Mitt'))).rejects.toEqual(notFound);
      await expect(within(() => house.get(Staff, { strict: false }).coordinator(stranger, siv.userId))).rejects.toEqual(
        notFound,
      );
      await expect(within(() => house.get(Coordinators, { strict: false }).add(stranger, given))).rejects.toEqual(
        notFound,
      );
      expect(await within(() => house.get(StaffRepository, { strict: false }).byEmail(email))).toBeNull();
    });

    it('sees no assignment', async () => {
      const assignments = house.get(Assignments, { strict: false });
      const person = randomUUID();
      await within(async () => {
        await assignments.assign(siv, 'person', person);
        await assignments.assign(siv, 'person', person);
      });

      expect([...(await within(() => assignments.subjects(siv, 'person')))]).toEqual([person]);
      expect(await within(() => assignments.isAssigned(siv, 'group', person))).toBe(false);
      expect(await within(() => assignments.isAssigned(stranger, 'person', person))).toBe(false);
    });
  });

  it('tells of a new coordinator in the same transaction', async () => {
    const told: CoordinatorAdded[] = [];
    house.get(Facts, { strict: false }).on(CoordinatorAdded, (fact) => {
      told.push(fact);
      return Promise.reject(new DomainError('notFound'));
    });
    const [unit] = await within(() => house.get(Units, { strict: false }).all(ada));
    const given = { name: 'Åsa Öst', email: 'asa@kommunen.example', workPhone: '08-465 004 00', unitId: unit!.id };

    await expect(within(() => house.get(Coordinators, { strict: false }).add(ada, given))).rejects.toThrow('notFound');

    expect(told).toMatchObject([{ ...given, organisationId: ada.organisationId, language: 'sv' }]);
    expect(await within(() => house.get(StaffRepository, { strict: false }).byEmail(given.email))).toBeNull();
  });

  it('ends every session of a user whose account is not there any more', async () => {
    const outcome = await signIn(goodPassword);
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind);
    const sessions = house.get(Sessions, { strict: false });
    expect((await within(() => sessions.find(outcome.session)))?.viewer.userId).toBe(siv.userId);

    await within(() => database.manager().query(`DELETE FROM staff_user WHERE id = '${siv.userId}'`));

    expect(await within(() => sessions.find(outcome.session))).toBeNull();
  });
});
