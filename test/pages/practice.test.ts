import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Outbox } from '../../src/outbox/outbox.service';
import { Database } from '../../src/platform/database/database';
import { Words } from '../../src/platform/web/words';
import { Guide } from '../../src/practice/guide.service';
import { Narrator } from '../../src/practice/narrator';
import { buildPractice, type PracticeProgram } from '../../src/practice/practice-house';
import { Practice, type Practised } from '../../src/practice/practice.service';
import { freshSettings, home, startApp } from '../support/app';
import { axeViolations, openBrowser, overflowOf, refusalsOn, targetsBelow } from '../support/browser';
import { readMail } from '../support/mail-reading';
import { Visitor } from '../support/visitor';

jest.setTimeout(120_000);

describe('the practice', () => {
  let program: PracticeProgram;
  let practised: Practised;
  let url: string;
  let folder: string;
  const told: string[] = [];

  beforeAll(async () => {
    const settings = await freshSettings({ practice: true, language: 'en' });
    const say = new Words(`${home}/data/words`).in('en');
    program = await buildPractice(settings);
    const { app } = program;
    practised = await app.get(Practice, { strict: false }).run(say, new Narrator(say, (line) => told.push(line)));
    app.get(Guide, { strict: false }).keep(practised);
    await app.listen(settings.listen.port, settings.listen.host);
    url = settings.publicAddress;
    folder = settings.dataFolder;
  });

  afterAll(async () => {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visitor = (): Visitor => new Visitor(url);
  const text = async (path: string): Promise<string> => (await visitor().get(path, { 'accept-language': 'en' })).text;
  const firstMail = async (): Promise<string> =>
    /href="(\/practice\/mail\/[0-9a-f]{32})"/.exec(await text('/practice/mail'))![1]!;

  it('tells each step in a line, from the first secret to Olle’s own page', () => {
    expect(told.map((line) => /^ ?(\d+)\. \S/.exec(line)?.[1])).toEqual(told.map((_, at) => String(at + 1)));
    expect(told).toHaveLength(16);
    expect(told[0]).toMatch(/first administrator Eva Brandt/);
    expect(told[13]).toBe('14. The calls are sent: 6 by e-mail, 1 by letter, 1 by phone.');
  });

  it('shows on the sign-in page with what one signs in, and Olle’s link and code', async () => {
    const page = await text('/sign-in');
    const { account, own } = practised;

    for (const shown of [account.email, account.password, own.code, `href="${own.address}"`])
      expect(page).toContain(shown);
  });

  it('lets the coordinator in with what is shown, also after a slip', async () => {
    const karin = visitor();
    await karin.get('/sign-in');
    const slip = await karin.post('/sign-in', { email: practised.account.email, password: 'wrong', next: '/' });
    const entered = await karin.post('/sign-in', { ...practised.account, next: '/' });
    const group = await karin.get(`/groups/${practised.group.id}`);

    expect([slip.status, slip.text.includes(practised.account.password)]).toEqual([422, true]);
    expect([entered.status, entered.location]).toEqual([303, '/']);
    expect([group.status, group.text.includes('Olle&#x27;s group')]).toEqual([200, true]);
  });

  it('opens Olle’s agenda by his link and his code', async () => {
    const olle = visitor();
    const path = new URL(practised.own.address).pathname;
    const year = await olle.get(path);
    await olle.get(`${path}/code`);
    const entered = await olle.post(`${path}/code`, { agendaCode: practised.own.code });
    const agenda = await olle.get(`${path}/agenda`);

    expect([year.status, entered.status, agenda.status]).toEqual([200, 303, 200]);
  });

  it('says on every page that it is a practice', async () => {
    expect(await text('/sign-in')).toMatch(/class="practice"/);
  });

  it('shows every mail in the built-in mailbox, as text, as HTML and as the file it is', async () => {
    const box = await text('/practice/mail');
    const mail = await firstMail();
    const html = await visitor().get(`${mail}/html`);
    const file = await visitor().get(`${mail}/file`);

    expect(new Set(box.match(/\/practice\/mail\/[0-9a-f]{32}/g)).size).toBe(48);
    expect(await text(mail)).toMatch(/Mötessamordning|Meeting coordination|svar\+/);
    expect(html.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    );
    expect(html.text).toMatch(/^<!doctype html>/i);
    expect(file.headers.get('content-type')).toMatch(/^message\/rfc822/);
    expect(file.text).toBe(readFileSync(join(folder, 'mail', `${mail.split('/').at(-1)!}.eml`), 'utf8'));
  });

  it('hands every mail over to the one recipient it is addressed to', async () => {
    const { viewer, group } = practised;
    const outbox = program.app.get(Outbox, { strict: false });
    const addressed = await program.app.get(Database).transaction(async () => {
      const mails = (await outbox.ofGroup(viewer, group.id)).filter(({ message }) => message.channel === 'email');
      const read: (readonly [string, readonly string[]])[] = [];
      for (const { message } of mails)
        read.push([message.recipient, readMail(await outbox.bytes(viewer, message.id)).headers.get('to') ?? []]);
      return read;
    });

    expect(addressed).toHaveLength(48);
    expect(addressed.filter(([recipient, to]) => to.length !== 1 || !to[0]?.endsWith(` <${recipient}>`))).toEqual([]);
  });

  it('opens no other file than a mail', async () => {
    const paths = ['nothing', '..%2Fkretsen.sqlite', '%2E%2E%2Fkretsen-data-key.key', '0'.repeat(32)];
    const answers = await Promise.all(paths.map((path) => visitor().get(`/practice/mail/${path}`)));

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });

  describe('in Chromium', () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser.close());

    const opened = async (path: string, width: number): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(url + path);
      return page;
    };

    it.each([320, 1280])('has pages without faults at %i px', async (width) => {
      for (const path of ['/sign-in', '/practice/mail', await firstMail()]) {
        const page = await opened(path, width);
        const found = {
          axe: await axeViolations(page),
          overflow: await overflowOf(page),
          refusals: await refusalsOn(page),
          low: await targetsBelow(page, 24),
        };
        await page.close();

        expect({ path, ...found }).toEqual({ path, axe: [], overflow: 0, refusals: [], low: [] });
      }
    });
  });

  it('stays out of an ordinary start', async () => {
    const ordinary = await startApp();
    const guest = new Visitor(ordinary.url);
    const mailbox = await guest.get('/practice/mail');
    const signIn = await guest.get('/sign-in');
    await ordinary.stop();

    expect([mailbox.status, signIn.status]).toEqual([404, 200]);
    expect(signIn.text).not.toMatch(/class="practice"|Övning/);
  });
});
