import type { Browser, BrowserContext, Page } from 'playwright-core';
import { linkSessionCookie } from '../../src/invitations/link-session-cookie';
import { axeViolations, openBrowser, overflowOf, refusalsOn, targetsBelow } from '../support/browser';
import { Keyboard } from '../support/keyboard';
import { MyPageHouse, type Who } from '../support/my-page-house';

const widths = [320, 1280] as const;
const papers = ['', '?lattlast', '/star', '/crisis-plan', '/sharing', '/readers'];

// Every page is opened, looked over and photographed at both widths.
jest.setTimeout(120_000);

describe('Somebody’s own page in a real browser', () => {
  let house: MyPageHouse;
  let browser: Browser;
  let context: BrowserContext;
  const homes = new Map<Who, string>();

  beforeAll(async () => {
    house = await MyPageHouse.open();
    browser = await openBrowser();
    context = await browser.newContext({ baseURL: house.url, bypassCSP: true });
    for (const who of ['olle', 'eva', 'hans'] as const) await letIn(who);
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  /** Somebody’s cookie opens their own pages and no other’s, so one window at a time is each of them. */
  const cookies = new Map<Who, { name: string; value: string }>();
  async function letIn(who: Who): Promise<void> {
    const { visitor, home } = await house.inside(who);
    homes.set(who, home);
    const [[name, value] = ['', '']] = [...visitor.cookies].filter(([key]) => key.endsWith(linkSessionCookie));
    cookies.set(who, { name, value });
  }

  async function at(width: number, who: Who, path: string): Promise<Page> {
    const cookie = cookies.get(who)!;
    await context.addCookies([{ ...cookie, url: house.url }]);
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(homes.get(who)! + path);
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    return page;
  }

  async function faultsIn(page: Page, name: string): Promise<readonly string[]> {
    const folder = process.env.SCREENSHOTS;
    const { width } = page.viewportSize()!;
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    const faults = [
      ...(await axeViolations(page)),
      ...(await refusalsOn(page)),
      // The choice of language stands outside the page; a radio button is pressed through its label.
      ...(await targetsBelow(page, 44)).filter((target) => !/svenska|English|^input/.test(target)),
      ...((await overflowOf(page)) > 0 ? ['wider than the window'] : []),
    ];
    await page.close();
    return faults.map((fault) => `${name} at ${String(width)}: ${fault}`);
  }

  async function look(name: string, who: Who, path: string): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const width of widths) faults.push(...(await faultsIn(await at(width, who, path), name)));
    return faults;
  }

  const nameOf = (path: string): string => path.replace(/\W+/g, '-');

  async function printed(who: Who, path: string, name: string): Promise<Buffer> {
    const page = await at(1280, who, path);
    const folder = process.env.SCREENSHOTS;
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(folder ? { path: `${folder}/${name}.pdf` } : {}) });
    await page.close();
    return pdf;
  }

  const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  it('has no fault before anything is written', async () => {
    const faults: string[] = [];
    for (const path of papers) faults.push(...(await look(`empty${nameOf(path)}`, 'olle', path)));
    faults.push(...(await look('empty-member', 'eva', '')));
    expect(faults).toEqual([]);
  });

  it('takes a wish and lets a task be done by keyboard alone', async () => {
    await house.addTask({ what: 'Gå på bio en kväll', who: house.cast.olle, withWhom: [house.cast.eva] });
    const page = await at(1280, 'olle', '');
    const keyboard = new Keyboard(page);
    await keyboard.type('Vad vill du prata om nästa gång?', 'Jag vill prata om hunden');
    await keyboard.press('Lägg till på listan');
    expect(await page.getByText('står på listan').count()).toBe(1);
    await keyboard.press('Det är gjort: Gå på bio en kväll');
    expect(await page.getByRole('heading', { name: 'Det här har du gjort' }).count()).toBe(1);
    await keyboard.press('Ångra: Gå på bio en kväll');

    expect(keyboard.faults).toEqual([]);
    await page.close();
  });

  it('takes the own values of the star by keyboard alone', async () => {
    const page = await at(320, 'olle', '/star');
    const keyboard = new Keyboard(page);
    await keyboard.choose('Hur nöjd är du med stödet?', '8');
    await keyboard.choose('Hur mycket besvär har du?', '3');
    await keyboard.press('Spara mina svar');

    expect(await page.getByText('Nöjd med stödet: 8 av 10, mätt 1 mars 2027 av Olle.').count()).toBe(1);
    expect(keyboard.faults).toEqual([]);
    await page.close();
  });

  it('has no fault on any page when all is written', async () => {
    const { olle, asa, eva, hans } = house.cast;
    await house.writeProgress();
    await house.addTask({ what: 'Ringa bostadskön', who: eva });
    await house.addTask({ what: 'Ta nya prover', who: asa, withWhom: [olle] });
    await house.addTask({ what: 'Boka ett studiebesök på biblioteket', who: hans });
    const page = await at(1280, 'eva', '');
    await page.fill('#proposal', 'Sommaren på landet, och vem som tar hand om katten');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Skicka förslaget' }).click()]);
    await page.close();

    const faults: string[] = [];
    for (const path of papers) faults.push(...(await look(`full${nameOf(path)}`, 'olle', path)));
    for (const who of ['eva', 'hans'] as const) faults.push(...(await look(`full-${who}`, who, '')));
    expect(faults).toEqual([]);
  });

  it('lets the service user strike, comment and pass on the notes by keyboard alone', async () => {
    await house.holdMeeting();
    await house.showNotes();
    expect([
      ...(await look('notes-waiting', 'olle', '')),
      ...(await look('notes-waiting-easy', 'olle', '?lattlast')),
      ...(await look('notes-to-strike', 'olle', '/notes/1')),
    ]).toEqual([]);

    const page = await at(1280, 'olle', '/notes/1');
    const keyboard = new Keyboard(page);
    await keyboard.press('Ta bort för de andra: Alla sa hej…');
    await keyboard.unfold('Skriv något om det här: Olle sover…');
    await keyboard.type('Vad vill du säga?', 'Det är lugnare hemma.');
    await keyboard.press('Spara: Olle sover…');
    expect(await page.getByText('Du skrev till dem som leder: Det är lugnare hemma.').count()).toBe(1);
    await page.close();
    expect(await look('notes-struck', 'olle', '/notes/1')).toEqual([]);

    const passing = await at(1280, 'olle', '/notes/1');
    const keys = new Keyboard(passing);
    await keys.press('Lämna vidare till de andra');
    expect(await passing.getByText('Du sa ja 1 mars 2027.').count()).toBe(1);
    expect([...keyboard.faults, ...keys.faults]).toEqual([]);
    await passing.close();
  });

  it('has no fault when the notes are passed on, for whomever they are', async () => {
    const faults: string[] = [];
    for (const who of ['olle', 'eva', 'hans'] as const)
      faults.push(...(await look(`passed-on-${who}`, who, '/notes/1')));
    faults.push(...(await look('readers', 'olle', '/readers')));
    expect(faults).toEqual([]);
  });

  it('shows its faults without a fault', async () => {
    const faults: string[] = [];
    for (const width of widths) {
      const page = await at(width, 'olle', '');
      await page.getByRole('button', { name: 'Lägg till på listan' }).click();
      await page.waitForSelector('.govuk-error-summary');
      faults.push(...(await faultsIn(page, 'wish-fault')).filter((fault) => !fault.includes('422')));
    }
    expect(faults).toEqual([]);
  });

  it('prints with a code that leads back, the phone, and without buttons', async () => {
    const page = await at(1280, 'olle', '');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('img', { name: 'En ruta att läsa av med mobilen' }).isVisible()).toBe(true);
    expect(await page.getByText('Ring 070-174 06 35').first().isVisible()).toBe(true);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.close();

    expect(pagesIn(await printed('olle', '', 'print-mine'))).toBeLessThanOrEqual(2);
    expect(pagesIn(await printed('olle', '/crisis-plan', 'print-crisis-plan'))).toBe(1);
    expect(pagesIn(await printed('olle', '?lattlast', 'print-easy'))).toBeLessThanOrEqual(2);
  });
});
