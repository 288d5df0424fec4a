import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { Leaving } from '../../src/groups/leaving.service';
import { Letters } from '../../src/invitations/letters.service';
import type { PersonId } from '../../src/kernel/identifiers';
import type { PersonDetails } from '../../src/people/domain/person';
import { People } from '../../src/people/people.service';
import { Database } from '../../src/platform/database/database';
import { startAccess } from '../support/access-app';
import { type RunningApp, startApp } from '../support/app';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, someDays, startCalls } from '../support/calls-server';
import { details, withProtectedIdentity } from '../support/people-builders';
import { type Owned, ownedBy } from '../support/route-fixtures';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const gunsDetails = { calledName: 'Gun', fullName: 'Gun Åkesson' };

describe('What is written on paper', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let gun: PersonId;
  let siv: Visitor;
  beforeEach(async () => {
    running = await startCalls();
    group = await CalledGroup.in(running.house);
    gun = await group.add(gunsDetails);
  });
  afterEach(() => running.stop());

  const sent = async (): Promise<void> => {
    await group.book(someDays);
    await group.send();
    siv = await running.house.signedIn(group.email);
  };
  const letters = async (): Promise<number> => (await siv.get(`/groups/${group.id}/letters.pdf`)).status;
  const posted = async (): Promise<number> => {
    await siv.get(`/groups/${group.id}/sent`);
    return (await siv.post(`/groups/${group.id}/letters/posted`)).status;
  };
  const tellAnew = (told: Partial<PersonDetails>) =>
    running.house.within(() =>
      running.house.get(People).change(group.viewer, gun, details({ ...gunsDetails, ...told })),
    );

  it.each([
    ['a listed word', 'Psykiatrimottagningen', 'Psykiatrimottagningen'],
    ['the name of another', 'Hemma hos Per', 'Per'],
  ])('holds no letter with %s in its place', async (_, place, found) => {
    await running.house.within(() => tellEverybodyOnPaper());
    await group.add({ calledName: 'Per', fullName: 'Per Dal' });
    await group.book(someDays, { place, placeIsPublic: true });

    await expect(group.send()).rejects.toMatchObject({ values: { found } });
  });

  // With mail in the group the mail's own check would stop the place, and nobody would know that the letter's did not.
  async function tellEverybodyOnPaper(): Promise<void> {
    const people = running.house.get(People);
    for (const { person } of await people.list(group.viewer))
      await people.change(group.viewer, person.id, {
        ...details({ calledName: person.calledName, fullName: person.fullName }),
      });
  }

  it('is not printed or posted for somebody who took back their yes', async () => {
    await sent();
    expect(await letters()).toBe(200);

    await group.withdraw(gun, 'take-part');

    expect([await letters(), await posted()]).toEqual([404, 404]);
  });

  it('is not printed for somebody who has left', async () => {
    await sent();

    await running.house.within(() => running.house.get(Leaving).leave(group.viewer, group.id, gun));

    expect(await letters()).toBe(404);
  });

  it.each([
    ['got protected identity', withProtectedIdentity],
    ['moved', { postalAddress: 'Nygatan 2\n543 21 Lillstad' }],
    ['does not want any letters more', { route: 'none', postalAddress: null } as const],
  ])('does not go to the old home of somebody who %s', async (_, told) => {
    await sent();

    await tellAnew(told);

    expect(await letters()).toBe(404);
  });

  it('is not printed once more for somebody who got protected identity after it was posted', async () => {
    await sent();
    expect([await posted(), await letters()]).toEqual([303, 200]);

    await tellAnew(withProtectedIdentity);

    expect(await letters()).toBe(404);
  });

  it('is written anew for somebody who moved', async () => {
    await sent();
    await tellAnew({ postalAddress: 'Nygatan 2\n543 21 Lillstad' });

    await group.send();

    const printed = await running.house.within(() => running.house.get(Letters).print(group.viewer, group.id));
    expect(printed.length).toBeGreaterThan(1000);
  });

  it('leaves nobody on the list of calls who has said no', async () => {
    const per = await group.add({
      ...{ calledName: 'Per', fullName: 'Per Dal' },
      route: 'phone',
      phone: '070-174 06 05',
    });
    await sent();
    expect((await siv.get(`/groups/${group.id}/sent`)).text).toContain('070-174 06 05');

    await group.withdraw(per, 'take-part');

    expect((await siv.get(`/groups/${group.id}/sent`)).text).not.toContain('070-174 06 05');
  });
});

describe('The access log', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
  });
  afterEach(() => running.stop());

  const entries = () =>
    running.house.within(() => running.house.database.repository(accessLogSchema).find({ order: { number: 'ASC' } }));

  it.each(['send', 'sent', 'own-page'])('tells who looked at the page /%s of a group', async (page) => {
    const siv = await running.house.signedIn(group.email);
    const before = (await entries()).length;

    expect((await siv.get(`/groups/${group.id}/${page}`)).status).toBe(200);

    const [entry, ...more] = (await entries()).slice(before);
    expect([entry?.userId, entry?.aboutId, more]).toEqual([group.viewer.userId, group.olle, []]);
    expect(entry?.subjects).toContain(group.id);
  });

  it('tells that the agenda was read behind the link and its code', async () => {
    const siv = await running.house.signedIn(group.email);
    await siv.get(`/groups/${group.id}/own-page`);
    const agendaCode =
      /\d{4} \d{4}/.exec((await siv.post(`/groups/${group.id}/own-page/${group.olle}`)).text)?.[0] ?? '';
    const link = await linkTo(running.house, 'olle@post.example');
    const olle = new Visitor(running.house.url);
    await olle.get(`${link}/code`);
    await olle.post(`${link}/code`, { agendaCode });
    expect((await olle.get(`${link}/agenda`)).status).toBe(200);

    const { action, role, userId, aboutId } = (await entries()).at(-1) ?? {};
    expect({ action, role, userId, aboutId }).toEqual({
      ...{ action: 'agenda.read', role: 'link-and-code', userId: null, aboutId: group.olle },
    });
  });
});

describe('The data folder', () => {
  it('opens to the program’s own user alone', async () => {
    const running = await startCalls();
    const group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    const folder = running.house.settings.dataFolder;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const open = names.filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
    await running.stop();

    expect(names).toEqual(expect.arrayContaining(['kretsen.sqlite', 'kretsen.sqlite-wal', 'mail']));
    expect(open).toEqual([]);
  });
});

describe('Guessing at the sign-in page', () => {
  const guess = async (url: string, from: string): Promise<number> => {
    const visitor = new Visitor(url);
    await visitor.get('/sign-in');
    const email = `${from.replaceAll('.', '-')}-${String(Math.random())}@kommunen.example`;
    const typed = { email, password: 'fel lösenord igen', next: '/' };
    return (await visitor.post('/sign-in', typed, { 'x-forwarded-for': `192.0.2.77, ${from}` })).status;
  };
  const guesses = (url: string, from: string, count: number): Promise<readonly number[]> =>
    Promise.all(Array.from({ length: count }, () => guess(url, from)));

  it.each([
    ['shuts out nobody else behind the same proxy', 1, 422],
    ['is not forgotten for a made-up address when no proxy is told of', 0, 429],
  ])('%s', async (_, proxies, status) => {
    const running = await startAccess({ proxies });
    expect(await guesses(running.url, '203.0.113.9', 31)).toContain(429);

    expect(await guess(running.url, '203.0.113.10')).toBe(status);
    await running.stop();
  });
});

describe('A year that is planned', () => {
  let running: RunningApp;
  let owned: Owned;
  let siv: Visitor;
  beforeAll(async () => {
    running = await startApp();
    const ada = await anAdministrator(running.app);
    owned = await ownedBy(running.app, ada, await aCoordinator(running.app, ada));
    siv = new Visitor(running.url);
    await siv.get('/sign-in');
    await siv.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/' });
    await siv.get(`/groups/${owned.group}/plan`);
  });
  afterAll(() => running.stop());

  const actions = (): Promise<readonly string[]> =>
    running.app.get(Database, { strict: false }).transaction(async () => {
      const log = running.app.get(Database, { strict: false }).repository(accessLogSchema);
      return (await log.find({ order: { number: 'ASC' } })).map(({ action, subjects }) =>
        subjects.includes(owned.group) ? action : '',
      );
    });
  const wished = {
    ...{ start: '2027-03-01', horizonMonths: '12', intervals: ['1', '2'], minutes: '120', meetingForm: 'office' },
    ...{ weekdays: ['1', '2', '3', '4', '5'], earliest: '08:00', latest: '17:00' },
    ...{ place: 'Utterbacken 77', lengthReason: 'Orkar inte snabbare efter inläggningen' },
  };

  it('keeps its place and the reason for long meetings sealed', async () => {
    const { status, location } = await siv.post(`/groups/${owned.group}/plan`, wished);
    expect([status, location]).toEqual([303, `/groups/${owned.group}/plan/proposal`]);

    const folder = running.settings.dataFolder;
    const files = readdirSync(folder).filter((name) => name.startsWith('kretsen.sqlite'));
    const kept = files.map((name) => readFileSync(join(folder, name), 'utf8')).join();
    expect(kept).toContain(owned.group);
    expect(kept).not.toMatch(/Utterbacken|inläggningen/);
    expect((await siv.get(`/groups/${owned.group}/plan`)).text).toContain('Utterbacken 77');
  });

  it.each(['plan', 'plan/proposal', 'year'])('is in the access log when somebody looks at /%s', async (page) => {
    const before = (await actions()).length;

    await siv.get(`/groups/${owned.group}/${page}`);

    expect((await actions()).slice(before)).toEqual([expect.stringMatching(/\.read$/)]);
  });

  it('is in the access log when it is proposed', async () => {
    await siv.post(`/groups/${owned.group}/plan`, wished);

    expect((await actions()).at(-1)).toBe('year.proposed');
  });
});
