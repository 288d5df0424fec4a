import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PersonalLinks } from '../../src/invitations/personal-links.service';
import { People } from '../../src/people/people.service';
import { axeViolations, openBrowser, overflowOf, targetsBelow } from '../support/browser';
import { CalledGroup } from '../support/calls-house';
import { aBookedGroup, linkTo, type RunningCalls, startCalls } from '../support/calls-server';

const widths = [320, 1280] as const;

describe('Choosing reminders and a calendar in a real browser, without JavaScript', () => {
  let running: RunningCalls;
  let browser: Browser;
  let context: BrowserContext;
  let group: CalledGroup;
  let eva: string;
  let gun: string;

  beforeAll(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    await group.send();
    await running.house.dispatch();
    eva = await linkTo(running.house, 'eva@post.example');
    gun = await guns();
    browser = await openBrowser();
    context = await browser.newContext({ javaScriptEnabled: false, baseURL: running.house.url });
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  const guns = (): Promise<string> =>
    running.house.within(async () => {
      const all = await running.house.get(People).list(group.viewer);
      const personId = all.find(({ person }) => person.calledName === 'Gun')!.person.id;
      const links = running.house.get(PersonalLinks);
      const place = { organisationId: group.viewer.organisationId, groupId: group.id, personId };
      return new URL(links.addressOf((await links.living(place))!)).pathname;
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
    const faults = [
      ...(await axeViolations(page)),
      ...(await targetsBelow(page, 44)).filter((target) => !/svenska|English|^input/.test(target)),
      ...((await overflowOf(page)) > 0 ? ['wider than the window'] : []),
    ];
    await looking.close();
    return faults;
  };
  const press = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name }).focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };

  it.each(widths)(
    'goes by keyboard alone at %i px for somebody with e-mail, and no page has a fault',
    async (width) => {
      const page = await at(width, eva);
      await page.getByRole('link', { name: 'Påminnelser och kalender' }).focus();
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      expect(await faultsIn(page, 'reminders')).toEqual([]);

      await page.getByRole('checkbox', { name: 'En vecka före' }).setChecked(false);
      await page.getByRole('checkbox', { name: 'Dagen före' }).setChecked(true);
      await press(page, 'Spara mitt val');
      expect(await page.getByText('Nu får du ett mejl dagen före varje möte.').count()).toBe(1);
      expect(await faultsIn(page, 'reminders-saved')).toEqual([]);
      await page.close();
    },
  );

  it.each(widths)('goes by keyboard alone at %i px for somebody without, and no page has a fault', async (width) => {
    const page = await at(width, `${gun}/choices`);
    expect(await faultsIn(page, 'feed-none')).toEqual([]);

    await press(page, 'Skapa min adress');
    expect(await page.getByText('Din adress är klar.').count()).toBe(1);
    expect(await faultsIn(page, 'feed-made')).toEqual([]);

    await page.goto(`${gun}/choices`);
    expect(await faultsIn(page, 'feed-has')).toEqual([]);
    await press(page, 'Sluta använda adressen');
    expect(await page.getByText('Du kan få en egen adress till dina möten.').count()).toBe(1);
    await page.close();
  });
});
