import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, openBrowser, overflowOf, targetsBelow } from '../support/browser';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { goodPassword } from '../support/staff-builders';

const widths = [320, 1280] as const;

describe('Answering in a real browser, without JavaScript', () => {
  let running: RunningCalls;
  let browser: Browser;
  let context: BrowserContext;
  let group: CalledGroup;
  const links = new Map<number, string>();

  beforeAll(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    links.set(320, await linkTo(running.house, 'eva@post.example'));
    links.set(1280, await linkTo(running.house, 'olle@post.example'));
    browser = await openBrowser();
    context = await browser.newContext({ javaScriptEnabled: false, baseURL: running.house.url });
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  const at = async (width: number, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    return page;
  };
  // axe is a script itself, so it looks at what the page became in a window that runs scripts.
  const faultsIn = async (shown: Page, name: string): Promise<readonly string[]> => {
    const { width } = shown.viewportSize()!;
    const looking = await browser.newContext({ baseURL: running.house.url, bypassCSP: true });
    const page = await looking.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sign-in');
    await page.setContent(await shown.content());
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    const faults = [...(await axeViolations(page)), ...((await overflowOf(page)) > 0 ? ['wider than the window'] : [])];
    await looking.close();
    return faults;
  };
  const save = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Spara mina svar' }).last().focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };

  it.each(widths)('goes by keyboard alone at %i px, and no page on the way has a fault', async (width) => {
    const page = await at(width, links.get(width)!);
    expect(await faultsIn(page, 'year')).toEqual([]);

    await page.getByRole('radio', { name: 'Jag kommer' }).first().focus();
    await page.keyboard.press('Space');
    await page.locator('summary').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Kommentar').nth(1).fill('Med buss');
    await save(page);
    expect(await page.getByText('Välj ett svar först.').count()).toBeGreaterThan(0);
    expect(await faultsIn(page, 'year-faults')).toEqual([]);

    await page.getByRole('radio', { name: 'Jag vet inte än' }).nth(1).check();
    await save(page);
    expect(await page.getByText('att du kommer onsdag 14 april 2027').count()).toBe(1);
    expect(await faultsIn(page, 'saved')).toEqual([]);

    await page.getByRole('link', { name: 'Ändra' }).click();
    expect(await page.getByRole('radio', { name: 'Jag kommer' }).first().isChecked()).toBe(true);
    expect(await faultsIn(page, 'year-answered')).toEqual([]);
    await page.close();
  });

  it('has targets of at least 44 px for everything a finger may press', async () => {
    const page = await at(320, links.get(320)!);
    const main = (await targetsBelow(page, 44)).filter((target) => !/svenska|English/.test(target));
    const labels = await page.locator('.govuk-radios__label').all();
    const heights = await Promise.all(labels.map(async (label) => (await label.boundingBox())?.height ?? 0));

    expect(heights).toHaveLength(9);
    expect(main).toEqual([]);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  it.each(widths)('shows the coordinator the answers without a fault at %i px', async (width) => {
    const page = await at(width, `/sign-in?next=/groups/${group.id}/answers`);
    await page.locator('#email').fill(group.email);
    await page.locator('#password').fill(goodPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/answers');
    expect(await faultsIn(page, 'answers')).toEqual([]);

    await page.getByRole('link', { name: 'Skriv upp svar' }).last().click();
    await page.getByRole('button', { name: 'Spara' }).click();
    expect(await faultsIn(page, 'note')).toEqual([]);
    await page.close();
    await context.clearCookies();
  });
});
