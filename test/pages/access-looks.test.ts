import type { Browser } from 'playwright-core';
import { HtmlValidate, FileSystemConfigLoader } from 'html-validate';
import { OneTimeSecrets } from '../../src/access/one-time-secrets.service';
import { type RunningAccess, startAccess } from '../support/access-app';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const longName = 'Anna-Karin Margareta Wennerström-Bergquist af Hallandsås';
const pages = new Map<string, string>();

describe('the pages of access', () => {
  let house: RunningAccess;
  let browser: Browser;
  beforeAll(async () => {
    [house, browser] = await Promise.all([startAccess(), openBrowser()]);
    await collectPages(house);
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const names = [
    'sign in',
    'sign in, refused',
    'start',
    'start, with faults',
    'organisation, empty',
    'organisation, with a fault',
    'organisation, full',
    'unit',
    'new coordinator',
    'new coordinator, with faults',
    'coordinator added',
    'coordinator',
    'coordinator, stopped',
    'choose password',
    'choose password, with a fault',
    'choose password, over',
    'wait',
    'not found',
  ];

  it.each(names)('%s is valid HTML', async (name) => {
    const html = new HtmlValidate(new FileSystemConfigLoader());
    const report = await html.validateString(pages.get(name) ?? '');

    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it.each(names.flatMap((name) => [320, 1280].map((width): [string, number] => [name, width])))(
    '%s can be used by everybody at %i pixels',
    async (name, width) => {
      const page = await showPage(browser, pages.get(name) ?? '', width);

      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      const folder = process.env.SCREENSHOTS;
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    },
  );

  it('lets an administrator in and out by keyboard alone, without JavaScript', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${house.url}/organisation`);
    await page.locator('#email').focus();
    await page.keyboard.type('ada.berg@kommunen.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type(goodPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${house.url}/organisation`);
    expect(await page.locator('h1').textContent()).toContain('Ada Bergs kommun');

    await page.getByRole('button', { name: 'Logga ut' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${house.url}/sign-in`);
  });
});

async function collectPages({ app, url, database }: RunningAccess): Promise<void> {
  const visitor = new Visitor(url);
  const keep = async (name: string, answered: Promise<{ text: string }>): Promise<string> => {
    const { text } = await answered;
    pages.set(name, text);
    return text;
  };
  await keep('sign in', visitor.get('/sign-in'));
  await keep('sign in, refused', visitor.post('/sign-in', { email: 'a@b.example', password: 'x', next: '/' }));
  for (let count = 0; count < 5; count += 1)
    await keep('wait', visitor.post('/sign-in', { email: 'a@b.example', password: 'x', next: '/' }));
  await keep('start', visitor.get('/start'));
  await keep('start, with faults', visitor.post('/start'));
  await keep('not found', visitor.get('/no-such-page'));

  const secret = await database.transaction(() =>
    app.get(OneTimeSecrets, { strict: false }).make('first-administrator', null),
  );
  const founding = { organisationName: 'Björkviks kommun', staffName: longName, staffEmail: 'ak@bjorkvik.example' };
  const ak = new Visitor(url);
  await ak.get('/start');
  await ak.post('/start', { ...founding, secret, password: goodPassword });
  await keep('organisation, empty', ak.get('/organisation'));
  await keep('organisation, with a fault', ak.post('/organisation/units'));

  const administrator = await anAdministrator(app);
  await aCoordinator(app, administrator);
  const ada = new Visitor(url);
  await ada.get('/sign-in');
  await ada.post('/sign-in', { email: 'ada.berg@kommunen.example', password: goodPassword, next: '/' });
  const form = await keep('new coordinator', ada.get('/organisation/coordinators/new'));
  const staffUnit = /value="([0-9a-f-]{36})"/.exec(form)?.[1] ?? '';
  await keep('new coordinator, with faults', ada.post('/organisation/coordinators', { staffName: longName }));
  const given = {
    staffName: longName,
    staffEmail: 'akm@kommunen.example',
    staffPhone: '+46 (0)70-174 06 35',
    staffUnit,
  };
  const added = await keep('coordinator added', ada.post('/organisation/coordinators', given));
  const address = /\/choose-password\/[a-z2-7]{32}/.exec(added)?.[0] ?? '';
  const coordinator = /\/organisation\/coordinators\/[0-9a-f-]{36}/.exec(added)?.[0] ?? '';
  await keep('coordinator', ada.get(coordinator));
  await keep('unit', ada.get(`/organisation/units/${staffUnit}`));

  const akm = new Visitor(url);
  await keep('choose password', akm.get(address));
  await keep('choose password, with a fault', akm.post(address, { password: 'kort' }));
  await ada.post(`${coordinator}/stop`);
  await keep('coordinator, stopped', ada.get(coordinator));
  await keep('organisation, full', ada.get('/organisation'));
  await keep('choose password, over', akm.get(address));
}
