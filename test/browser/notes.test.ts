import type { Browser, BrowserContext, Page } from 'playwright-core';
import { NotesRepository } from '../../src/notes/notes.repository';
import { axeViolations, openBrowser, overflowOf, refusalsOn, targetsBelow } from '../support/browser';
import { aDay } from '../support/groups-builders';
import { HeldMeeting, NotesRooms } from '../support/notes-house';
import { goodPassword } from '../support/staff-builders';

const folder = process.env.SCREENSHOTS;

describe('A meeting, in a real browser', () => {
  let served: Awaited<ReturnType<typeof NotesRooms.served>>;
  let held: HeldMeeting;
  let browser: Browser;
  let stories = 0;

  beforeAll(async () => {
    served = await NotesRooms.served();
    browser = await openBrowser();
  });
  beforeEach(async () => {
    stories += 1;
    held = await HeldMeeting.in(served.rooms, `Siv Ek${String(stories)}`);
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const signIn = async (page: Page): Promise<void> => {
    await page.fill('[name=email]', `siv.ek${String(stories)}@kommunen.example`);
    await page.fill('[name=password]', goodPassword);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  const opened = async (path: string, width = 1280): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({ baseURL: served.rooms.url });
    const page = await context.newPage();
    await page.setViewportSize({ width, height: width > 1500 ? 1080 : 800 });
    await page.goto('/sign-in');
    await signIn(page);
    await page.goto(`${held.path}${path}`);
    return { page, context };
  };
  const shot = async (page: Page, name: string): Promise<void> => {
    if (folder === undefined) return;
    const { width } = page.viewportSize()!;
    await page.screenshot({ path: `${folder}/notes-${name}-${String(width)}.png`, fullPage: true });
  };
  const printed = async (page: Page, name: string): Promise<void> => {
    if (folder !== undefined) await page.pdf({ path: `${folder}/notes-${name}.pdf`, preferCSSPageSize: true });
  };
  const kept = () =>
    served.rooms.within(
      async () => (await served.rooms.get(NotesRepository).of(held.viewer.organisationId, [held.meetingId]))[0]!,
    );
  const anHour = async (): Promise<void> => {
    await held.begin();
    await held.write(held.items.first, {
      outcome: 'Olle har sovit hela nätter i tre veckor.\nHan går ut varje dag.',
      decision: 'Jag vill fortsätta gå till badhuset på tisdagar.',
    });
    await held.write(held.items.secret, { outcome: 'Medicinen är ändrad från måndag.' });
    await held.write(held.items.hans, {
      outcome: 'Biblioteket kan ta emot i maj.',
      decision: 'Jag börjar med två förmiddagar i veckan.',
      task: {
        ...{ what: 'Gå på bio', who: held.cast.eva, withWhom: [held.cast.olle], goalId: null },
        by: aDay('2027-03-20'),
      },
    });
  };
  const fault = async (page: Page): Promise<unknown> => ({
    axe: await axeViolations(page),
    overflow: await overflowOf(page),
    low: await targetsBelow(page, 24),
    refused: await refusalsOn(page),
  });
  const faultless = { axe: [], overflow: 0, low: [], refused: [] };

  it.each([320, 1280])('begins on a page without fault at %i px', async (width) => {
    const { page } = await opened('/hold', width);
    await shot(page, 'hold');

    expect(await fault(page)).toEqual(faultless);
  });

  it.each([320, 1280, 1920])('stands in large type without fault at %i px', async (width) => {
    await anHour();
    const states = { hans: held.items.hans, tasks: held.items.tasks, secret: held.items.secret };
    const { page } = await opened(`/hold/${held.items.first}`, width);
    await shot(page, 'screen-first');
    expect(await fault(page)).toEqual(faultless);

    for (const [name, item] of Object.entries(states)) {
      await page.goto(`${held.path}/hold/${item}`);
      await shot(page, `screen-${name}`);
      expect(await overflowOf(page)).toBe(0);
    }
    await page.click('summary');
    await page.fill('[name=taskWhat]', 'Gå på bio');
    await page.click('button:has-text("Nästa punkt")');
    await page.waitForSelector('.govuk-error-summary');
    await shot(page, 'screen-fault');
    expect(await axeViolations(page)).toEqual([]);
  });

  it.each([320, 1280])('is read, changed and given out on pages without fault at %i px', async (width) => {
    await anHour();
    await held.end();
    const { page } = await opened('/notes', width);
    await shot(page, 'notes');
    expect(await fault(page)).toEqual(faultless);

    await page.click('.note-lines a');
    await page.waitForSelector('[name=lineText]');
    await shot(page, 'line');
    expect(await fault(page)).toEqual(faultless);

    await page.goto(`${held.path}/notes/lines/new`);
    await shot(page, 'new-line');
    expect(await axeViolations(page)).toEqual([]);

    await page.goto(`${held.path}/notes/read`);
    await shot(page, 'read');
    expect(await fault(page)).toEqual(faultless);

    await page.click('button:has-text("Olle har läst")');
    await page.waitForURL('**/copies');
    await shot(page, 'copies');
    expect(await fault(page)).toEqual(faultless);
    await printed(page, `copies-${String(width)}`);

    await page.goto(`${held.path}/notes/for/${held.cast.eva}`);
    await shot(page, 'copy');
    expect(await fault(page)).toEqual(faultless);
    await printed(page, `copy-${String(width)}`);
  });

  it('is held by keyboard alone, from who is here to the printed copies, two pages after its end', async () => {
    const { page } = await opened('/hold');
    const pressed = async (words: string): Promise<void> => {
      await page.locator(`button:visible:has-text("${words}")`).last().focus();
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    };

    await pressed('Starta mötet');
    await page.focus('[name=decision]');
    await page.keyboard.type('Jag ringer själv.');
    await pressed('Nästa punkt');
    await pressed('Avsluta mötet');
    expect(new URL(page.url()).pathname).toBe(`${held.path}/notes/read`);
    await pressed('Olle har läst och säger ja');

    expect(new URL(page.url()).pathname).toBe(`${held.path}/notes/copies`);
    expect(await page.locator('article.copy').count()).toBe(4);
    expect(await page.locator('article.copy').first().innerText()).toContain('Jag ringer själv.');
  });

  describe('with a poor connection', () => {
    const typed = 'Det som inte får försvinna.';
    const status = (page: Page): Promise<string | null> => page.textContent('[data-keep-status]');

    it('keeps what is typed while the network is away, and saves it once when it is back', async () => {
      await held.begin();
      const { page, context } = await opened(`/hold/${held.items.first}`);
      await page.fill('[name=outcome]', typed);
      await context.setOffline(true);
      await page.click('button:has-text("Nästa punkt")');
      await page.waitForFunction("document.querySelector('[data-keep-status]').textContent.includes('gick inte')");

      expect(await page.inputValue('[name=outcome]')).toBe(typed);
      expect((await kept()).lines).toEqual([]);
      await context.setOffline(false);
      await Promise.all([page.waitForEvent('load'), page.click('button:has-text("Nästa punkt")')]);

      expect((await kept()).lines.map(({ text }) => text)).toEqual([typed]);
      await page.goto(`${held.path}/hold/${held.items.first}`);
      expect(await page.inputValue('[name=outcome]')).toBe('');
    });

    it('writes nothing twice when the text came through but the answer did not, and the page is loaded again', async () => {
      await held.begin();
      const { page } = await opened(`/hold/${held.items.first}`);
      await page.fill('[name=outcome]', typed);
      await page.route('**/hold/**', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch({ maxRedirects: 0 });
        await route.abort('connectionreset');
      });
      await page.click('button:has-text("Nästa punkt")');
      await page.waitForFunction("document.querySelector('[data-keep-status]').textContent.includes('gick inte')");
      await page.unroute('**/hold/**');
      await page.reload();

      expect(await page.inputValue('[name=outcome]')).toBe(typed);
      expect(await status(page)).toContain('är kvar');
      await Promise.all([page.waitForEvent('load'), page.click('button:has-text("Nästa punkt")')]);
      expect((await kept()).lines.map(({ text }) => text)).toEqual([typed]);
    });

    it('gives the text back after the session has ended and somebody has signed in again', async () => {
      await held.begin();
      const { page, context } = await opened(`/hold/${held.items.first}`);
      await page.fill('[name=decision]', typed);
      await context.clearCookies();
      await page.click('button:has-text("Nästa punkt")');
      await page.waitForURL('**/sign-in**');
      await signIn(page);
      await page.goto(`${held.path}/hold/${held.items.first}`);

      expect(await page.inputValue('[name=decision]')).toBe(typed);
    });

    it('works without any script', async () => {
      await held.begin();
      const context = await browser.newContext({ baseURL: served.rooms.url, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto('/sign-in');
      await signIn(page);
      await page.goto(`${held.path}/hold/${held.items.first}`);
      await page.fill('[name=outcome]', typed);
      await Promise.all([page.waitForEvent('load'), page.click('button:has-text("Nästa punkt")')]);

      expect((await kept()).lines.map(({ text }) => text)).toEqual([typed]);
    });
  });

  it('counts the minutes down while the page stays open', async () => {
    await held.begin();
    const { page } = await opened(`/hold/${held.items.first}`);
    const left = async (): Promise<number> =>
      Number.parseInt((await page.textContent('[data-minutes-words]')) ?? '', 10);
    await page.clock.install();
    await page.reload();
    const before = await left();

    await page.clock.runFor(120_000);

    expect(await left()).toBe(before - 2);
  });
});
