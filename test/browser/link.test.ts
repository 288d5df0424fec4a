import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, openBrowser, overflowOf } from '../support/browser';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';

const widths = [320, 1280] as const;

// Axe looks at every part of six pages, and other tests may be running beside it.
jest.setTimeout(180_000);

describe('The member’s and the service user’s pages in a real browser, without JavaScript', () => {
  let running: RunningCalls;
  let browser: Browser;
  let context: BrowserContext;
  let group: CalledGroup;
  let eva: string;
  let olle: string;

  beforeAll(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    [eva, olle] = (await Promise.all(
      ['eva@post.example', 'olle@post.example'].map((to) => linkTo(running.house, to)),
    )) as [string, string];
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ javaScriptEnabled: false, baseURL: running.house.url });
  });
  afterEach(() => context.close());

  const at = async (width: number, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    return page;
  };
  // axe is a script itself, so it looks at the same page in a window that runs scripts.
  const faultsAt = async (width: number, path: string): Promise<readonly string[]> => {
    const looking = await browser.newContext({
      baseURL: running.house.url,
      bypassCSP: true,
      storageState: await context.storageState(),
    });
    const page = await looking.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const faults = [...(await axeViolations(page)), ...((await overflowOf(page)) > 0 ? ['wider than the window'] : [])];
    await looking.close();
    return faults;
  };
  const newCode = async (): Promise<string> => {
    const siv = await running.house.signedIn(group.email);
    await siv.get(`/groups/${group.id}/own-page`);
    return /\d{4} \d{4}/.exec((await siv.post(`/groups/${group.id}/own-page/${group.olle}`)).text)?.[0] ?? '';
  };
  const enter = async (): Promise<Page> => {
    const code = await newCode();
    const page = await at(320, `${olle}/agenda`);
    await page.getByLabel('Kod').focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/agenda');
    return page;
  };

  it.each(widths)('show no fault to axe and no sideways scrolling at %i px', async (width) => {
    await enter();
    const paths = [eva, olle, `${olle}/code`, `${olle}/agenda`, `${olle}/agenda?lattlast`, `/m/${'a'.repeat(32)}`];

    for (const path of paths) expect([path, await faultsAt(width, path)]).toEqual([path, []]);
  });

  it('open the agenda by keyboard alone, and its easy-read twin from there', async () => {
    const page = await enter();

    await page.getByRole('link', { name: 'Läs på lättläst' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**?lattlast');

    expect(await page.getByText('Dagen är onsdag 14 april 2027.').count()).toBe(1);
  });

  it('have targets of at least 44 px for everything a finger may press', async () => {
    const page = await enter();
    await page.goto(`${olle}/agenda?lattlast`);
    const small: string[] = [];

    for (const target of await page.locator('main a, main button').all()) {
      const box = await target.boundingBox();
      if (box && box.height < 43.5) small.push(`${(await target.textContent())?.trim() ?? ''} ${String(box.height)}`);
    }

    expect(small).toEqual([]);
  });

  it('leave buttons and calendar files out on paper', async () => {
    const page = await at(1280, eva);
    await page.emulateMedia({ media: 'print' });

    expect(await page.getByText('onsdag 14 april 2027').first().isVisible()).toBe(true);
    expect(await page.getByText('Hämta alla möten till din kalender').isVisible()).toBe(false);
  });
});
