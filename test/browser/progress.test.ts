import type { Browser, BrowserContext, Page } from 'playwright-core';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { PersonId } from '../../src/kernel/identifiers';
import { CrisisPlans } from '../../src/progress/crisis-plans.service';
import { Goals } from '../../src/progress/goals.service';
import { Stars } from '../../src/progress/stars.service';
import { Tasks } from '../../src/progress/tasks.service';
import { axeViolations, openBrowser, overflowOf, refusalsOn } from '../support/browser';
import { aDay } from '../support/groups-builders';
import { Keyboard } from '../support/keyboard';
import { type OllesGroup, ProgressHouse } from '../support/progress-house';
import { goodPassword } from '../support/staff-builders';

const widths = [320, 1280] as const;

// Every page is opened, looked over and photographed at both widths.
jest.setTimeout(120_000);

describe('goals, tasks, the star and the crisis plan in a real browser', () => {
  let served: Awaited<ReturnType<typeof ProgressHouse.served>>;
  let house: ProgressHouse;
  let group: OllesGroup;
  let home: string;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    served = await ProgressHouse.served();
    ({ house } = served);
    group = await house.ollesGroup();
    home = `/groups/${group.id}`;
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: house.url, bypassCSP: true, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.fill('#email', 'siv.ek@kommunen.example');
    await page.fill('#password', goodPassword);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await page.close();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);

  async function at(width: number, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${home}/${path}`);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }

  async function faultsIn(page: Page, name: string): Promise<readonly string[]> {
    const folder = process.env.SCREENSHOTS;
    const { width } = page.viewportSize()!;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    const wide = (await overflowOf(page)) > 0 ? ['wider than the window'] : [];
    const faults = [...(await axeViolations(page)), ...(await refusalsOn(page)), ...wide];
    await page.close();
    return faults.map((fault) => `${name} at ${String(width)}: ${fault}`);
  }

  async function look(name: string, path: string): Promise<void> {
    const faults: string[] = [];
    for (const width of widths) faults.push(...(await faultsIn(await at(width, path), name)));
    expect(faults).toEqual([]);
  }

  async function printed(path: string, name: string): Promise<Buffer> {
    const page = await at(1280, path);
    const folder = process.env.SCREENSHOTS;
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(folder ? { path: `${folder}/${name}.pdf` } : {}) });
    await page.close();
    return pdf;
  }

  const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  const rate = (raterId: PersonId, day: string, values: Record<string, number>) =>
    within(() => {
      const given = Object.entries(values).map(([axis, value]) => ({ axis, value }));
      return house.get(Stars).rate(group.viewer, group.id, { raterId, day: aDay(day), values: given });
    });

  it('has no fault on any page before anything is written', async () => {
    for (const path of ['goals', 'tasks', 'star', 'star/measure', 'star/values', 'star/axes', 'crisis-plan'])
      await look(`empty-${path.replace('/', '-')}`, path);
  });

  it('takes goals and a task by keyboard alone', async () => {
    const page = await at(1280, 'goals');
    const keyboard = new Keyboard(page);
    await keyboard.press('Skriv ett mål på lång sikt');
    await keyboard.type('Målet', 'Bo i egen lägenhet');
    await keyboard.press('Spara');
    await keyboard.press('Skriv ett mål på kort sikt');
    await keyboard.type('Målet', 'Gå ut en stund varje dag');
    await keyboard.typeDay('När vill du vara framme?', '2027-06-01');
    await keyboard.press('Spara');
    await keyboard.press('Till uppgifterna');
    await keyboard.press('Skriv en uppgift');
    await keyboard.type('Vad ska göras?', 'Gå på bio med någon jag tycker om');
    await keyboard.pick('Vem gör det?', 'Olle');
    await keyboard.tick('Eva');
    await keyboard.typeDay('Senast', '2027-02-20');
    await keyboard.pick('Mål som det hjälper', 'Gå ut');
    await keyboard.press('Spara');

    expect(await page.getByText('Olle gör det tillsammans med Eva.').count()).toBe(1);
    await keyboard.press('Det är gjort: Gå på bio med någon jag tycker om');
    expect(await page.getByText('Inget är kvar att göra.').count()).toBe(1);
    expect(keyboard.faults).toEqual([]);
    await page.close();
  });

  it('has no fault on goals and tasks in every state', async () => {
    const [goal] = await within(() => house.get(Goals).ofGroup(group.viewer, group.id));
    const per = await house.friend(group.viewer, group.id, 'Per');
    const task = (what: string, who: PersonId, by: string) =>
      within(() =>
        house.get(Tasks).add(group.viewer, {
          ...{ groupId: group.id, meetingId: null, itemId: null, what, who, withWhom: [], by: aDay(by) },
          ...{ goalId: goal!.id, readership: wholeCircle },
        }),
      );
    await task('Ringa bostadskön', group.siv, '2027-02-20');
    await task('Laga cykeln', per, '2027-05-01');
    await house.leave(group, per);
    const old = await within(() =>
      house.get(Goals).add(group.viewer, group.id, 'long', { words: 'Ha en hund', by: null }),
    );
    await within(() => house.get(Goals).become(group.viewer, { groupId: group.id, goalId: old.id }, 'reached'));

    await look('goals', 'goals');
    await look('goal-form', `goals/${goal!.id}`);
    await look('goal-new', 'goals/new?span=short');
    await look('tasks', 'tasks');
    await look('task-form', 'tasks/new');
  });

  it('takes a whole rating in few steps by keyboard alone', async () => {
    const page = await at(1280, 'star');
    const keyboard = new Keyboard(page);
    await keyboard.press('Brukaren svarar');
    await keyboard.choose('Nöjd med stödet. Hur nöjd är du med stödet?', '7');
    await keyboard.choose('Livskvalitet. Hur bra är ditt liv just nu?', '6');
    await keyboard.choose('Upplevda besvär. Hur mycket besvär har du?', '4');
    await keyboard.press('Spara');

    expect(await page.getByText('Livskvalitet: 6 av 10, mätt 1 mars 2027 av Olle.').count()).toBe(1);
    expect(keyboard.faults).toEqual([]);
    expect(keyboard.stops).toBeLessThan(120);
    await page.close();
  });

  it('has no fault on the star measured once, and measured twice with a gap', async () => {
    await look('star-once', 'star');
    await rate(group.olle, '2026-02-10', { satisfied: 4, 'quality-of-life': 3, troubles: 8 });
    await rate(group.siv, '2026-02-12', { everyday: 35, body: 6, symptoms: 40 });
    await rate(group.eva, '2026-02-20', { 'close-ones': 4 });
    await rate(group.asa, '2027-02-20', { everyday: 58, symptoms: 62 });
    const gun = await house.friend(group.viewer, group.id, 'Gun');
    await rate(group.eva, '2027-02-26', { 'close-ones': 6 });
    await rate(gun, '2027-02-26', { 'close-ones': 8 });

    await look('star-twice', 'star');
    await look('star-form-service-user', 'star/measure?rater=service-user');
    await look('star-form-staff', 'star/measure?rater=staff');
    await look('star-values', 'star/values');
    expect(pagesIn(await printed('star', 'star'))).toBeLessThanOrEqual(4);
  });

  it('has no fault on the crisis plan, which prints on one sheet', async () => {
    await within(() =>
      house.get(CrisisPlans).write(group.viewer, group.id, {
        signs: ['Jag sover dåligt flera nätter', 'Jag svarar inte i telefon', 'Jag äter inte'],
        myself: ['Jag går en promenad', 'Jag tar ett varmt bad', 'Jag ringer Eva'],
        others: ['Ring mig varje dag', 'Följ med mig ut', 'Låt bli att tjata'],
        calls: [
          { name: 'Eva, min syster', phone: '070-174 06 05' },
          { name: 'Siv, samordnare', phone: '070-174 06 35' },
          { name: 'Vårdguiden', phone: '1177' },
          { name: 'Larm', phone: '112' },
        ],
        ...{ reviewBy: aDay('2028-02-01'), from: 0 },
      }),
    );
    await look('crisis-plan', 'crisis-plan');
    await look('crisis-plan-form', 'crisis-plan/edit');
    await look('crisis-plan-print', 'crisis-plan/print');

    expect(pagesIn(await printed('crisis-plan/print', 'crisis-plan'))).toBe(1);
  });
});
