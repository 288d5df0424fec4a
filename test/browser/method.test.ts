import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Settings } from '../../src/platform/config/settings';
import { axeViolations, openBrowser, overflowOf, refusalsOn } from '../support/browser';
import { FullHouse } from '../support/full-house';
import { Keyboard } from '../support/keyboard';

const widths = [320, 1280] as const;

describe('the method check in a real browser', () => {
  let house: FullHouse;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    house = await FullHouse.open();
    const url = house.get(Settings).publicAddress;
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: url, bypassCSP: true });
    const { cookies } = house.state('full').visitor;
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function at(width: number, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }

  async function faultsIn(page: Page, name: string): Promise<readonly string[]> {
    const folder = process.env.SCREENSHOTS;
    const { width } = page.viewportSize()!;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    const wide = (await overflowOf(page)) > 0 ? ['wider than the window'] : [];
    const faults = [...(await axeViolations(page)), ...(await refusalsOn(page)), ...wide];
    return faults.map((fault) => `${name} at ${String(width)}: ${fault}`);
  }

  async function look(name: string, path: string): Promise<void> {
    const faults: string[] = [];
    for (const width of widths) {
      const page = await at(width, path);
      faults.push(...(await faultsIn(page, name)));
      await page.close();
    }
    expect(faults).toEqual([]);
  }

  const groups = () => ({
    full: `/groups/${house.state('full').ids.groups ?? ''}/method`,
    tall: `/groups/${house.state('long names').ids.groups ?? ''}/method`,
    draft: `/groups/${house.state('full').ids.draft ?? ''}/method`,
  });

  it.each(['full', 'tall', 'draft'] as const)('has no fault for a group that is %s', async (which) => {
    await look(`method-${which}`, groups()[which]);
  });

  it('takes what was chosen otherwise, with a slip on the way, by keyboard alone', async () => {
    const page = await at(1280, `${groups().full}/crisisPlan/otherwise`);
    const keyboard = new Keyboard(page);
    await keyboard.unfold('Spara');
    await page.locator('.govuk-error-summary').waitFor();
    const slip = await axeViolations(page);
    expect(await page.getByText('Skälet: fyll i det här.').count()).toBe(2);
    await keyboard.type('Varför har ni valt annorlunda?', 'Olle vill vänta med den till hösten.');
    await keyboard.press('Spara');
    const stated = await faultsIn(page, 'method-stated');

    expect(await page.getByText('Olle vill vänta med den till hösten.').count()).toBe(1);
    expect([...slip, ...stated, ...keyboard.faults]).toEqual([]);
    await page.close();
    await look('method-form', `${groups().full}/talk/noted`);
  });

  it('prints every line with its answer, and no buttons', async () => {
    const page = await at(1280, groups().full);
    const folder = process.env.SCREENSHOTS;
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(folder ? { path: `${folder}/method.pdf` } : {}) });
    await page.emulateMedia({ media: 'print' });

    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(
      await page
        .getByText(/^Källa:/)
        .filter({ visible: true })
        .count(),
    ).toBe(26);
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(7);
    await page.close();
  });
});
