import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { axeViolations, openBrowser, overflowOf, targetsBelow } from '../support/browser';
import { CalledGroup } from '../support/calls-house';
import { linkTo, type RunningCalls, startCalls } from '../support/calls-server';
import { byMail, withProtectedIdentity } from '../support/people-builders';
import type { Visitor } from '../support/visitor';

const widths = [320, 1280] as const;
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('Asking when it usually suits, and answering without JavaScript', () => {
  let running: RunningCalls;
  let browser: Browser;
  let context: BrowserContext;
  let group: CalledGroup;
  let siv: Visitor;
  let eva: string;
  let evasHours: string;

  beforeAll(async () => {
    running = await startCalls();
    const { house } = running;
    group = await CalledGroup.in(house);
    const id = await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') });
    await group.add({ calledName: 'Gun', fullName: 'Gun Åkesson' });
    await group.add({ ...{ calledName: 'Per', fullName: 'Per Dal' }, ...byPhone });
    await group.add({ calledName: 'Kim', fullName: 'Kim Holm', ...withProtectedIdentity });
    siv = await house.signedIn(group.email);
    browser = await openBrowser();
    context = await browser.newContext({ javaScriptEnabled: false, baseURL: house.url });
    evasHours = `/people/${id}/hours`;
  });
  afterAll(async () => {
    await browser.close();
    await running.stop();
  });

  const byPhone = { route: 'phone', phone: '070-174 06 05', postalAddress: null } as const;
  const asking = (): string => `/groups/${group.id}/pattern`;
  const at = async (width: number, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    return page;
  };
  // axe is a script itself, so it looks at what the page became in a window that runs scripts.
  const faultsIn = async (html: string, { name, width, target }: { name: string; width: number; target: number }) => {
    const looking = await browser.newContext({ baseURL: running.house.url, bypassCSP: true });
    const page = await looking.newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/sign-in');
    await page.setContent(html);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    const folder = process.env.SCREENSHOTS;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    const { valid, results } = await new HtmlValidate(new FileSystemConfigLoader()).validateString(html);
    const faults = [
      ...(valid ? [] : results.flatMap(({ messages }) => messages.map(({ message }) => message))),
      ...(await axeViolations(page)),
      ...(await targetsBelow(page, target)).filter((one) => !/svenska|English|^input/.test(one)),
      ...((await overflowOf(page)) > 0 ? ['wider than the window'] : []),
    ];
    await looking.close();
    return faults;
  };
  const press = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('button', { name }).focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  const tick = async (page: Page, day: string, part: string): Promise<void> => {
    await page.getByRole('group', { name: day }).getByRole('checkbox', { name: part }).focus();
    await page.keyboard.press('Space');
  };

  it('shows the coordinator who gets what and the mail as it will look, and then sends', async () => {
    const before = await siv.get(asking());
    expect(textOf(before.text)).toContain('3 får mejl, 1 får brev, 1 rings, 1 får höra det av dig. 0 av 6 har svarat.');
    const [mail = ''] = /\/groups\/[^"]*\/pattern\/[^"]*\/1/.exec(before.text) ?? [];
    expect(textOf((await siv.get(mail)).text)).toContain('När brukar det passa dig?');
    for (const width of widths) expect(await faultsIn(before.text, { name: 'ask', width, target: 24 })).toEqual([]);

    await siv.post(asking());
    await running.house.dispatch();
    eva = await linkTo(running.house, 'eva@post.example');
    expect(textOf((await siv.get(asking())).text)).toContain('Ingen behöver frågas nu.');
    expect(textOf((await siv.get(`/groups/${group.id}/sent`)).text)).toContain('Per är frågad');
  });

  it.each([
    [320, 'eva@post.example'],
    [1280, 'asa@region.example'],
  ])('is answered by keyboard alone at %i px, and no page has a fault', async (width, address) => {
    const page = await at(width, `${await linkTo(running.house, address)}/pattern`);
    expect(await faultsIn(await page.content(), { name: 'pattern', width, target: 44 })).toEqual([]);
    await press(page, 'Spara mitt svar');
    expect(await page.getByText('Kryssa i minst en tid.').count()).toBeGreaterThan(0);
    expect(await faultsIn(await page.content(), { name: 'pattern-fault', width, target: 44 })).toEqual([]);

    await tick(page, 'Måndag', 'Förmiddag');
    await tick(page, 'Måndag', 'Eftermiddag');
    await page.locator('summary', { hasText: 'juli 2027' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'vecka 28, 12–18 juli' }).focus();
    await page.keyboard.press('Space');
    await press(page, 'Spara mitt svar');

    expect(await page.getByText('måndag: förmiddag och eftermiddag').count()).toBe(1);
    expect(await page.getByText('vecka 28, 12–18 juli').count()).toBe(1);
    expect(await faultsIn(await page.content(), { name: 'pattern-saved', width, target: 44 })).toEqual([]);

    await page.getByRole('link', { name: 'Ändra mitt svar' }).focus();
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(3);
    await page.close();
  });

  it('leaves the rest of the own page calm before any meeting is booked', async () => {
    const anybody = await running.house.signedIn('nobody@post.example');
    for (const path of ['', '/choices', '/answers', '/moten.ics'])
      expect([path, (await anybody.get(`${eva}${path}`)).status]).toEqual([path, 200]);
    expect((await anybody.get(eva)).text).toContain(`href="${eva}/pattern"`);
  });

  it('tells nobody else’s name on the own page, and refuses what is no answer', async () => {
    const page = await at(320, `${eva}/pattern`);
    expect(await page.content()).not.toMatch(/Olle|Gun|Per Dal|Åsa|lag\b/);
    await page.close();
    const anybody = await running.house.signedIn('nobody@post.example');
    await anybody.get(`${eva}/pattern`);

    expect((await anybody.post(`${eva}/pattern`, { suits1: 'night' })).status).toBe(422);
    expect((await anybody.post(`${eva}/pattern`, { suits1: 'morning', never: '2027-07-13' })).status).toBe(422);
    expect((await anybody.post(`${eva}/pattern`, { suits6: 'morning' })).status).toBe(400);
  });

  it('shows the coordinator the times, where they come from and when, until other hours are noted', async () => {
    const said = await siv.get(evasHours);
    expect(textOf(said.text)).toContain('Eva svarade själv 1 mars 2027 Svaret gäller.');
    expect(textOf(said.text)).toContain('måndag 08.00–16.00');
    for (const width of widths) expect(await faultsIn(said.text, { name: 'hours', width, target: 24 })).toEqual([]);

    await siv.post(evasHours, { opens4: '13:00', closes4: '15:00' });
    expect(textOf((await siv.get(evasHours)).text)).toContain(
      'Timmarna nedan noterades 1 mars 2027 och gäller i stället.',
    );
    await siv.post(`${evasHours}/said/remove`);
    expect(textOf((await siv.get(evasHours)).text)).not.toContain('svarade själv');
  });
});
