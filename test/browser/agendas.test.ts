import type { Browser, Page } from 'playwright-core';
import type { Viewer } from '../../src/access/domain/viewer';
import { AgendaLife } from '../../src/agendas/agenda-life.service';
import { AgendaReleases } from '../../src/agendas/agenda-releases.service';
import { AgendaGroup } from '../support/agenda-group';
import { axeViolations, openBrowser, overflowOf } from '../support/browser';
import { GroupHouse } from '../support/group-house';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';

const folder = process.env.SCREENSHOTS;

describe('The pages of an agenda, in a real browser', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let siv: Viewer;
  let browser: Browser;
  let page: Page;
  let group: AgendaGroup;

  beforeAll(async () => {
    [served, browser] = await Promise.all([GroupHouse.served(), openBrowser()]);
    siv = await aCoordinator(served.house.app, await anAdministrator(served.house.app));
    // axe is brought into the page, which the security policy forbids.
    const context = await browser.newContext({ baseURL: served.url, bypassCSP: true });
    page = await context.newPage();
    await page.goto('/sign-in');
    await page.fill('[name=email]', 'siv.ek@kommunen.example');
    await page.fill('[name=password]', goodPassword);
    await Promise.all([page.waitForURL(/groups|\/$/), page.keyboard.press('Enter')]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });
  beforeEach(async () => {
    group = await AgendaGroup.in(served.house, siv);
  });

  const within = <Result>(work: () => Promise<Result>) => served.house.within(work);
  const release = () => within(() => served.house.get(AgendaReleases).release(siv, group.meeting()));

  /** What is wrong with the page as it stands, narrow and wide. */
  const faults = async (name: string): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      if (folder) await page.screenshot({ path: `${folder}/agenda-${name}-${String(width)}.png`, fullPage: true });
      found.push(...(await axeViolations(page)), await overflowOf(page));
    }
    return found;
  };
  const focused = (): Promise<string> =>
    page.evaluate<string>("(document.activeElement?.textContent ?? '').replace(/\\s+/g, ' ').trim()");
  /** Steps with the Tab key until what has focus says this. */
  const tabTo = async (words: string): Promise<void> => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await focused()) === words) return;
    }
    throw new Error(`Nothing that says “${words}” is reached by the Tab key.`);
  };
  const tabToField = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 200; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement?.name')) === name) return;
    }
    throw new Error(`The field “${name}” is not reached by the Tab key.`);
  };

  it('have no fault as a draft, with all its actions open', async () => {
    await group.add({ title: 'Boende', guest: group.people.bo });
    await page.goto(group.path());
    await page.locator('details').first().locator('summary').click();
    // What has focus stands on a drawn ground, whose contrast axe cannot measure.
    await page.locator('h1').click();

    expect(await faults('draft')).toEqual([0, 0]);
  });

  it('have no fault when released, changed since, too long, and with proposals waiting', async () => {
    await group.propose(group.people.olle, 'Får jag ha hunden med på mötena i vår?');
    await release();
    const readership = { audience: 'named', named: [group.people.eva] } as const;
    await group.add({ title: 'Ekonomin', readership, minutes: 30, guest: group.people.bo });
    await group.propose(group.people.eva, 'Vi borde tala om sommaren');
    await page.goto(group.path());

    expect(await faults('open')).toEqual([0, 0]);
    if (folder) {
      await page.emulateMedia({ media: 'print' });
      await page.screenshot({ path: `${folder}/agenda-print.png`, fullPage: true });
      await page.emulateMedia({ media: 'screen' });
    }
  });

  it('have no fault once the meeting has begun', async () => {
    await release();
    await within(() => served.house.get(AgendaLife).begin(siv, group.meeting()));
    await page.goto(group.path());

    expect(await faults('begun')).toEqual([0, 0]);
    expect(await page.locator('main form').count()).toBe(0);
  });

  it('have no fault before a release, where each person’s items are told', async () => {
    await group.add({ title: 'Boende', guest: group.people.bo });
    await group.add({ title: 'Ekonomin', readership: { audience: 'trio', named: [] } });
    await page.goto(`${group.path()}/release`);

    expect(await faults('release')).toEqual([0, 0]);
  });

  it('have no fault where an item is written, and where it was changed meanwhile', async () => {
    await group.add({ title: 'Bion' });
    await page.goto(await group.itemPath('Bion'));
    expect(await faults('item')).toEqual([0, 0]);

    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.fill('[name=itemTitle]', 'Bion i maj');
    await Promise.all([other.waitForURL(/agenda#/), other.keyboard.press('Enter')]);
    await other.close();
    await page.fill('[name=itemTitle]', 'Bion i juni');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#now');

    expect(await faults('stale')).toEqual([0, 0]);
    expect(await page.inputValue('[name=itemTitle]')).toBe('Bion i juni');
    expect(await page.locator('section[aria-labelledby=now]').innerText()).toContain('Bion i maj');
  });

  it('have no fault where a proposal is answered', async () => {
    const { id } = await group.propose(group.people.eva, 'Sommaren');
    await page.goto(`${group.path()}/proposals/${id}/accept`);
    expect(await faults('accept')).toEqual([0, 0]);
    await page.goto(`${group.path()}/proposals/${id}/decline`);
    expect(await faults('decline')).toEqual([0, 0]);
  });

  it('do everything by keyboard: move, carry over, add and release', async () => {
    const [first, second] = await group.titles();
    await page.goto(group.path());

    await tabTo(`Flytta ner: ${first!}`);
    await Promise.all([page.waitForURL(/#item-/), page.keyboard.press('Enter')]);
    expect((await group.titles()).slice(0, 2)).toEqual([second, first]);

    await group.add({ title: 'Bion' });
    await page.goto(group.path());
    await tabTo('Mer: Bion');
    await page.keyboard.press('Enter');
    await tabTo('Ta upp nästa gång: Bion');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect([(await group.titles(1)).includes('Bion'), (await group.titles(2)).includes('Bion')]).toEqual([false, true]);

    await tabTo('Lägg till en punkt');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    for (const [name, typed] of [
      ['itemTitle', 'Resan'],
      ['neutralTitle', 'Sommaren'],
      ['itemLine', 'Vart vi åker.'],
    ] as const) {
      await tabToField(name);
      await page.keyboard.type(typed);
    }
    await tabToField('audience');
    await page.keyboard.press('ArrowDown');
    await tabTo('Spara');
    await Promise.all([page.waitForURL(/agenda$/), page.keyboard.press('Enter')]);
    const added = (await group.items()).find(({ title }) => title === 'Resan');
    expect(added?.readership.audience).toBe('trio');

    await tabTo('Släpp dagordningen');
    await Promise.all([page.waitForURL(/release$/), page.keyboard.press('Enter')]);
    await tabTo('Släpp dagordningen');
    await Promise.all([page.waitForURL(/agenda$/), page.keyboard.press('Enter')]);
    expect((await group.kept()).agenda.state).toBe('open');
  });

  it('let an item be drawn to another place with the mouse', async () => {
    const [first] = await group.titles();
    await page.setViewportSize({ width: 1280, height: 3000 });
    await page.goto(group.path());

    await Promise.all([
      page.waitForURL(/#item-/),
      page.locator('.agenda h2').first().dragTo(page.locator('.agenda > li').nth(3)),
    ]);

    expect((await group.titles()).indexOf(first!)).toBe(3);
  });
});
