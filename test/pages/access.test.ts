import { OneTimeSecrets } from '../../src/access/one-time-secrets.service';
import { type RunningAccess, startAccess } from '../support/access-app';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

describe('the first hour of an organisation', () => {
  let house: RunningAccess;
  const secrets = (): OneTimeSecrets => house.app.get(OneTimeSecrets, { strict: false });
  const firstSecret = (): Promise<string> =>
    house.database.transaction(() => secrets().make('first-administrator', null));
  beforeAll(async () => {
    house = await startAccess();
  });
  afterAll(() => house.stop());

  const founding = {
    organisationName: 'Björkviks kommun',
    staffName: 'Ada Berg',
    staffEmail: 'Ada.Berg@bjorkvik.example',
    password: goodPassword,
  };

  it('leads from the printed secret to a coordinator who has signed in', async () => {
    const ada = new Visitor(house.url);
    await ada.get('/start');
    const begun = await ada.post('/start', { ...founding, secret: await firstSecret() });
    expect([begun.status, begun.location]).toEqual([303, '/organisation']);
    expect((await ada.get('/organisation')).text).toContain('Björkviks kommun');

    await ada.post('/organisation/units', { unitName: 'Mottagning Norr' });
    const form = await ada.get('/organisation/coordinators/new');
    const staffUnit = /<option value="([0-9a-f-]{36})" selected>Mottagning Norr/.exec(form.text)?.[1] ?? '';
    const siv = { staffName: 'Siv Ek', staffEmail: 'siv.ek@bjorkvik.example', staffPhone: '070-174 06 35', staffUnit };
    const handed = await ada.post('/organisation/coordinators', siv);
    const address = /\/choose-password\/[a-z2-7]{32}/.exec(handed.text)?.[0] ?? '';

    const browser = new Visitor(house.url);
    expect((await browser.get(address)).text).toContain('siv.ek@bjorkvik.example');
    expect((await browser.post(address, { password: 'tre gröna hattar i rad' })).location).toBe('/');
    expect((await new Visitor(house.url).get(address)).status).toBe(404);

    const again = new Visitor(house.url);
    await again.get('/sign-in?next=/groups');
    const typed = { email: ' SIV.EK@bjorkvik.example', password: 'tre gröna hattar i rad', next: '/groups' };
    expect((await again.post('/sign-in', typed)).location).toBe('/groups');
  });

  it('uses a secret once', async () => {
    const secret = await firstSecret();
    const first = new Visitor(house.url);
    await first.get('/start');
    await first.post('/start', { ...founding, staffEmail: 'eva@bjorkvik.example', secret });
    const second = new Visitor(house.url);
    await second.get('/start');

    const answer = await second.post('/start', { ...founding, staffEmail: 'ulf@bjorkvik.example', secret });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Engångskoden gäller inte.');
  });

  it('keeps the secret when something else on the form was wrong', async () => {
    const secret = await firstSecret();
    const visitor = new Visitor(house.url);
    await visitor.get('/start');
    const form = { ...founding, staffEmail: 'moa@bjorkvik.example', secret };

    const refused = await visitor.post('/start', { ...form, password: 'sommaren2026' });
    expect(refused.text).toContain('för vanligt');
    expect(refused.text).not.toContain('sommaren2026');

    expect((await visitor.post('/start', form)).location).toBe('/organisation');
  });
});

describe('signing in', () => {
  let house: RunningAccess;
  beforeAll(async () => {
    house = await startAccess();
    await aCoordinator(house.app, await anAdministrator(house.app));
  });
  afterAll(() => house.stop());

  const signIn = async (email: string, password = goodPassword, visitor = new Visitor(house.url)) => {
    await visitor.get('/sign-in');
    return visitor.post('/sign-in', { email, password, next: '/' });
  };

  it('gives one answer for a wrong password and for a name nobody has', async () => {
    const [wrong, unknown] = [
      await signIn('siv.ek@kommunen.example', 'fel lösenord här'),
      await signIn('ingen.alls@kommunen.example', 'fel lösenord här'),
    ];

    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const bare = (text: string): string =>
      text
        .replace(/value="[^"]*"/g, '')
        .replaceAll('siv.ek', '')
        .replaceAll('ingen.alls', '');
    expect(bare(unknown.text)).toBe(bare(wrong.text));
  });

  it('sets a cookie that no script reads and that stays on this host', async () => {
    const answer = await signIn('siv.ek@kommunen.example');

    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('kretsen='));
    expect(cookie).toMatch(/^kretsen=[a-z2-7]{32}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('gives a new session each time and forgets the last one at signing out', async () => {
    const siv = new Visitor(house.url);
    await signIn('siv.ek@kommunen.example', goodPassword, siv);
    const first = siv.cookies.get('kretsen');
    await signIn('siv.ek@kommunen.example', goodPassword, siv);
    const second = siv.cookies.get('kretsen');
    expect(second).not.toBe(first);
    await siv.get('/sign-in');
    expect((await siv.post('/sign-out')).location).toBe('/sign-in');

    const thief = new Visitor(house.url);
    thief.cookies.set('kretsen', second ?? '');
    expect((await thief.get('/organisation')).location).toBe('/sign-in?next=%2Forganisation');
  });

  it('says when to try again after five wrong passwords, and lets nobody in until then', async () => {
    const [email, administrator] = ['ada.berg@kommunen.example', new Visitor(house.url)];
    for (let count = 0; count < 5; count += 1) await signIn(email, 'fel lösenord här');

    const refused = await signIn(email, goodPassword, administrator);
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Du kan försöka igen klockan 09.02.');

    house.clock.pass(2);
    expect((await signIn(email, goodPassword, administrator)).location).toBe('/organisation');
  });

  it('never leads to another site', async () => {
    const form = { email: 'siv.ek@kommunen.example', password: goodPassword };

    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\nb']) {
      const visitor = new Visitor(house.url);
      expect((await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`)).text).toContain('name="next" value="/"');
      expect((await visitor.post('/sign-in', { ...form, next })).location).toBe('/');
    }
  });

  it('ends a session after half an hour without a page, and after twelve hours at most', async () => {
    const siv = new Visitor(house.url);
    await signIn('siv.ek@kommunen.example', goodPassword, siv);
    const isIn = async (): Promise<boolean> => (await siv.get('/organisation')).status === 404;
    for (let passed = 0; passed < 12 * 60 - 29; passed += 29) {
      house.clock.pass(29);
      expect(await isIn()).toBe(true);
    }
    house.clock.pass(29);
    expect(await isIn()).toBe(false);

    await signIn('siv.ek@kommunen.example', goodPassword, siv);
    house.clock.pass(30);
    expect(await isIn()).toBe(false);
  });
});

describe('an administrator', () => {
  let house: RunningAccess;
  let ada: Visitor;
  let sivId: string;
  beforeAll(async () => {
    house = await startAccess();
    const administrator = await anAdministrator(house.app);
    ({ userId: sivId } = await aCoordinator(house.app, administrator));
    await anAdministrator(house.app, 'Bo Dahl');
    ada = new Visitor(house.url);
    await ada.get('/sign-in');
    await ada.post('/sign-in', { email: 'ada.berg@kommunen.example', password: goodPassword, next: '/' });
    await ada.get('/organisation');
  });
  afterAll(() => house.stop());

  it('stops a coordinator, who is signed out at once', async () => {
    const siv = new Visitor(house.url);
    await siv.get('/sign-in');
    await siv.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/' });
    expect((await siv.get('/organisation')).status).toBe(404);

    await ada.post(`/organisation/coordinators/${sivId}/stop`);

    expect((await siv.get('/organisation')).status).toBe(303);
    expect((await ada.get('/organisation')).text).toContain('avstängd');
  });

  it('finds nothing of another organisation', async () => {
    const bo = new Visitor(house.url);
    await bo.get('/sign-in');
    await bo.post('/sign-in', { email: 'bo.dahl@kommunen.example', password: goodPassword, next: '/' });
    await bo.get('/organisation');

    const address = `/organisation/coordinators/${sivId}`;
    expect((await bo.get(address)).status).toBe(404);
    expect((await bo.post(`${address}/stop`)).status).toBe(404);
    expect((await bo.post(`${address}/new-address`)).status).toBe(404);
  });

  it('is told what is wrong with each field, and nothing is half-written', async () => {
    const form = { staffName: 'Siv\u202eEk', staffEmail: 'b@x.se,evil@e.se', staffPhone: 'ring mig', staffUnit: '' };

    const answer = await ada.post('/organisation/coordinators', form);

    expect(answer.status).toBe(422);
    for (const sentence of ['dolda tecken', 'Skriv en e-postadress', 'Skriv ett telefonnummer', 'Enhet: välj'])
      expect(answer.text).toContain(sentence);
  });

  it('gets the pages in the language chosen, and keeps it', async () => {
    await ada.get('/organisation');
    expect((await ada.post('/language/en', { back: '/organisation' })).location).toBe('/organisation');
    expect((await ada.get('/organisation')).text).toContain('<html lang="en"');
    expect((await ada.post('/language/de', { back: '/' })).status).toBe(404);
  });
});
