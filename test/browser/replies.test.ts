import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { freshSettings } from '../support/app';
import { axeViolations, openBrowser, overflowOf } from '../support/browser';
import { callTables } from '../support/calls-house';
import { housesMailbox, RepliesHouse } from '../support/replies-house';
import { text } from '../support/reply-mails';
import { goodPassword } from '../support/staff-builders';

const longName = 'en.mycket.lang.adress.som.inte.far.plats.pa.en.rad.i.ett.smalt.fonster';

describe('The page of mail to look at, in a real browser', () => {
  let database: Database;
  let house: RepliesHouse;
  let browser: Browser;

  beforeAll(async () => {
    const settings = await freshSettings(housesMailbox());
    database = await openDatabase({ address: settings.database, schemas: callTables });
    house = await RepliesHouse.on(database, settings);
    await house.take(house.reply({ more: ['COMMENT:Jag tar bussen'] }, { from: `${longName}@work.example` }));
    const thursday = { start: 'DTSTART:20270415T110000Z', end: 'DTEND:20270415T120000Z' };
    await house.take(house.reply(thursday, { method: 'COUNTER', results: null, messageId: '<2@post.example>' }));
    await house.take(house.mail([text('Hej Siv!\r\n\r\nJag kan inte den 14.')]));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await database.close();
  });

  const opened = async (width: number): Promise<Page> => {
    const context = await browser.newContext({ baseURL: house.calls.url, bypassCSP: true });
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sign-in');
    await page.fill('[name=email]', house.group.email);
    await page.fill('[name=password]', goodPassword);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await page.goto(`/groups/${house.group.id}/replies`);
    return page;
  };

  it.each([320, 1280])('has no fault at %i px', async (width) => {
    const page = await opened(width);
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/replies-${String(width)}.png`, fullPage: true });

    expect(await page.locator('h2').count()).toBe(3);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });
});
