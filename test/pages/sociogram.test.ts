import type { Browser, Page } from 'playwright-core';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { startPeople, type RunningPeople } from '../support/people-house';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const blank = { afterwards: '', workTitle: '', workplace: '', emailAddress: '', postalAddress: '', phoneNumber: '' };
const mamma = { figureName: 'Mamma', sector: 'family', ring: '2', tie: 'supportive', meaning: 'ringer varje dag' };
const told = { stepHow: 'on-picture', stepDay: '2027-02-26' };
// axe cannot measure contrast inside a drawing; test/unit/sociogram/colours.test.ts does.
const inPicture = /^color-contrast: (?:text(?:path)?\[|\.sociogram__)/;
const uuid = '[0-9a-f-]{36}';

describe('the pages of a sociogram', () => {
  let house: RunningPeople;
  let browser: Browser;
  let siv: Visitor;
  let olle: string;
  let figure: string;
  beforeAll(async () => {
    [house, browser] = await Promise.all([startPeople(), openBrowser()]);
    const administrator = await anAdministrator(house.app);
    await aCoordinator(house.app, administrator);
    await aCoordinator(house.app, administrator, 'Bo Dahl');
    siv = await signedIn('siv.ek@kommunen.example');
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });
  beforeEach(async () => {
    olle = await somebody('service-user', 'Olle');
    await siv.get(`${olle}/sociogram/new`);
    await siv.post(`${olle}/sociogram/new`, mamma);
    const map = (await siv.get(`${olle}/sociogram`)).text;
    figure = new RegExp(`sociogram/(${uuid})/closer`).exec(map)?.[1] ?? '';
  });

  async function signedIn(email: string): Promise<Visitor> {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    return visitor;
  }

  async function somebody(personKind: string, name: string): Promise<string> {
    await siv.get('/people/new?kind=private');
    const names = { calledName: name, fullName: name, personLanguage: 'sv', reachedBy: 'none' };
    return (await siv.post('/people/new', { ...blank, personKind, ...names })).location ?? '';
  }

  const step = (became: string) => siv.post(`${olle}/nominations/${figure}`, { became, ...told });

  it('show somebody placed both in the picture and in the list', async () => {
    const { text } = await siv.get(`${olle}/sociogram`);

    expect(text).toMatch(/class="sociogram__name"[^>]*>Mamma</);
    expect(text).toContain('Familj, nära. Bandet är stödjande.');
    expect(text).toContain('ringer varje dag');
  });

  it('move somebody a ring by a button, and off the map after a question', async () => {
    await siv.post(`${olle}/sociogram/${figure}/closer`);
    expect((await siv.get(`${olle}/sociogram`)).text).toContain('Familj, närmast.');

    expect((await siv.post(`${olle}/sociogram/${figure}/closer`)).status).toBe(422);
    expect((await siv.get(`${olle}/sociogram/${figure}/remove`)).text).toContain('Ta bort Mamma från kartan?');
    await siv.post(`${olle}/sociogram/${figure}/remove`);
    expect((await siv.get(`${olle}/sociogram`)).text).not.toContain('Mamma');
  });

  it('refuse a personal number where the service user’s words belong', async () => {
    const answer = await siv.post(`${olle}/sociogram/new`, { ...mamma, meaning: 'född 19121212-1212' });

    expect([answer.status, answer.text.includes('Kretsen behöver inga personnummer.')]).toEqual([422, true]);
  });

  it('record that the service user decided who may be asked, before anybody is', async () => {
    expect((await siv.get(`${olle}/nominations/${figure}`)).text).not.toContain('/ask"');
    expect((await siv.post(`${olle}/nominations/${figure}/ask`, { figurePerson: '', ...told })).status).toBe(422);

    expect((await step('may-be-asked')).status).toBe(303);

    const { text } = await siv.get(`${olle}/nominations/${figure}`);
    expect(text).toContain('fredag 26 februari 2027: Olle har bestämt att Mamma får frågas (visat på bilden)');
    expect(text).toContain('/ask"');
  });

  it('make a new person with the name filled in, and come back to choose them', async () => {
    await step('may-be-asked');
    const ask = `${olle}/nominations/${figure}/ask`;
    await siv.get(ask);
    const begun = await siv.post('/people/new/begun', { calledName: 'Mamma', personKind: 'private', afterwards: ask });
    expect(begun.text).toMatch(/id="calledName"[^>]*value="Mamma"/);

    const made = { ...blank, personKind: 'private', calledName: 'Mamma', fullName: 'Eva Berg', personLanguage: 'sv' };
    const back = (await siv.post('/people/new', { ...made, reachedBy: 'none', afterwards: ask })).location ?? '';

    const person = new RegExp(`^${ask}\\?person=(${uuid})$`).exec(back)?.[1] ?? '';
    expect((await siv.get(back)).text).toContain(`<option value="${person}" selected>Eva Berg</option>`);
    expect((await siv.post(ask, { figurePerson: person, ...told })).status).toBe(303);
    expect((await siv.get(`${olle}/nominations`)).text).toContain('tillfrågad');
  });

  it('keep today’s picture and show what has changed since', async () => {
    await siv.post(`${olle}/sociogram/close`);
    await siv.post(`${olle}/sociogram/${figure}/further`);

    const { text } = await siv.get(`${olle}/sociogram/versions/1`);

    expect(text).toMatch(/Har kommit längre bort<\/h2>\s*<ul[^>]*><li>Mamma/);
    expect((await siv.get(`${olle}/sociogram/versions/9`)).status).toBe(404);
  });

  it('do not exist for a coordinator who is not assigned', async () => {
    const bo = await signedIn('bo.dahl@kommunen.example');

    for (const page of [olle, `${olle}/sociogram`, `${olle}/sociogram/${figure}`, `${olle}/nominations`])
      expect((await bo.get(page)).status).toBe(404);
    expect((await bo.post(`${olle}/sociogram/${figure}/closer`)).status).toBe(404);
  });

  it('let somebody be placed with the keyboard alone, without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${house.url}/sign-in`);
    await tabTo(page, 'email');
    await page.keyboard.type('siv.ek@kommunen.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(goodPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${house.url}${olle}/sociogram/new`);
    await tabTo(page, 'figureName');
    await page.keyboard.type('Kalle');
    for (const presses of [2, 0, 3]) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Tab');
    await page.keyboard.type('vi går på bio');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${olle}/sociogram`);

    expect(await page.locator('main').innerText()).toContain('Vänner, närmast. Bandet är bruten.');
    await context.close();
  });

  it.each([320, 1280])('have nothing for axe to find at %i pixels, and reflow', async (width) => {
    await step('may-be-asked');
    const pages = [
      'sociogram',
      'sociogram/new',
      'sociogram/important',
      `sociogram/${figure}`,
      `sociogram/${figure}/remove`,
      'nominations',
      `nominations/${figure}`,
      `nominations/${figure}/ask`,
    ];
    for (const path of pages) {
      const shown = await showPage(browser, (await siv.get(`${olle}/${path}`)).text, width);
      expect((await axeViolations(shown)).filter((fault) => !inPicture.test(fault))).toEqual([]);
      expect(await overflowOf(shown)).toBe(0);
    }
  });

  async function tabTo(page: Page, id: string): Promise<void> {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      if ((await page.locator(`#${id}:focus`).count()) === 1) return;
    }
    throw new Error(`The keyboard does not reach ${id}.`);
  }
});
