import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CaseloadModule } from '../../src/caseload/caseload.module';
import { RunJob } from '../../src/caseload/run-job.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { openDatabase } from '../../src/platform/database/open-database';
import { freshSettings } from '../support/app';
import { axeViolations, openBrowser, overflowOf, refusalsOn } from '../support/browser';
import { CallsHouse, callTables } from '../support/calls-house';
import { CaseloadGroups, type GroupOfCaseload } from '../support/caseload-groups';
import { Keyboard } from '../support/keyboard';
import { Stalls } from '../support/stalls';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';

// Forty groups are formed, planned, explained, and looked at in every state at both widths.
jest.setTimeout(240_000);

const widths = [320, 1280] as const;

// Milliseconds that no page may have to wait for another's work.
const longestStall = 200;

describe('a caseload of forty groups, by keyboard in a real browser', () => {
  let house: CallsHouse;
  let groups: CaseloadGroups;
  let formed: readonly GroupOfCaseload[];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let keyboard: Keyboard;
  const stalls = new Stalls();

  beforeAll(async () => {
    const settings = await freshSettings();
    const database = await openDatabase({ address: settings.database, schemas: callTables });
    house = await CallsHouse.on(database, settings, [CaseloadModule]);
    const ada = await anAdministrator(house.app);
    groups = new CaseloadGroups(house, await aCoordinator(house.app, ada, 'Siv Ek'));
    formed = await groups.form(40);
    house.get(RunJob).start();
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: house.url, bypassCSP: true, locale: 'en-US' });
    page = await context.newPage();
    keyboard = new Keyboard(page);
    await page.goto('/sign-in');
    await page.fill('#email', 'siv.ek@kommunen.example');
    await page.fill('#password', goodPassword);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await house.database.close();
  });

  /** What is wrong with the page at both widths; with SCREENSHOTS a picture of each is kept. */
  async function faultsOn(name: string): Promise<readonly string[]> {
    const looked = await context.newPage();
    const faults: string[] = [];
    for (const width of widths) {
      await looked.setViewportSize({ width, height: 900 });
      await looked.goto(page.url());
      await looked.evaluate('document.fonts.ready.then(() => undefined)');
      const folder = process.env.SCREENSHOTS;
      if (folder) await looked.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
      const wide = (await overflowOf(looked)) > 0 ? ['wider than the window'] : [];
      const found = [...(await axeViolations(looked)), ...(await refusalsOn(looked)), ...wide];
      faults.push(...found.map((fault) => `${name} at ${String(width)}: ${fault}`));
    }
    await looked.close();
    return faults;
  }

  it('shows how every group stands', async () => {
    await page.goto('/caseload');

    expect(await page.locator('input[name=groups]:checked').count()).toBe(40);
    expect(await faultsOn('caseload')).toEqual([]);
  });

  it('is planned while the pages stay quick, and can be left meanwhile', async () => {
    await keyboard.pick('Hur länge får sökningen hålla på?', '10');
    stalls.start();
    await keyboard.press('Föreslå året för de valda');
    const run = new URL(page.url()).pathname;
    expect(await page.locator('h1').textContent()).toBe('Förslaget räknas ut');
    const whilePlanned = await faultsOn('progress');
    await page.goto('/groups');
    await page.goto(run);
    await page.waitForSelector('h1:has-text("Förslag för grupperna")', { timeout: 150_000 });
    stalls.stop();

    expect(whilePlanned).toEqual([]);
    expect(stalls.longest).toBeLessThan(longestStall);
  });

  it('is explained, date by date', async () => {
    expect(await page.locator('tbody tr').count()).toBe(40);
    expect(await page.locator('.year-strip').count()).toBe(40);
    expect(await faultsOn('run')).toEqual([]);
    await keyboard.press('Grupp 07');
    const sections = page.locator('section.panel');

    expect(await sections.count()).toBe(7);
    expect(await sections.first().locator('li').count()).toBeGreaterThan(3);
    expect(await faultsOn('group')).toEqual([]);
    await keyboard.press('Till förslaget');
  });

  it('is booked for some of the groups, and for no other', async () => {
    for (const { name } of formed.slice(2)) await keyboard.untick(name);
    await keyboard.press('Boka de valda');

    expect(await page.locator('strong.govuk-tag:has-text("Bokad")').count()).toBe(2);
    expect(await faultsOn('partly-booked')).toEqual([]);
    const meetings = await house.within(() => house.get(Meetings).of(groups.viewer, formed[2]!.id));
    expect(meetings).toEqual([]);
  });

  it('is sent for one of those that were booked', async () => {
    await keyboard.press('Till Skicka Grupp 01');
    await keyboard.press('Skicka…');
    await page.goto('/caseload');
    await keyboard.press('Visa det');

    expect(await page.getByText('Kallelserna är skickade').count()).toBe(1);
    expect(keyboard.faults).toEqual([]);
  });
});
