import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { OneTimeSecrets } from '../../src/access/one-time-secrets.service';
import type { Language } from '../../src/kernel/in-words';
import { Database } from '../../src/platform/database/database';
import { decodeMail } from '../../src/platform/mail/decode';
import { Words, type Say } from '../../src/platform/web/words';
import { home, type RunningApp, startApp } from '../support/app';
import { axeViolations, openBrowser, overflowOf, refusalsOn } from '../support/browser';
import { Keyboard } from '../support/keyboard';
import { PageShapes } from '../support/page-shapes';

const words = new Words(join(home, 'data', 'words'));
const password = 'blå cykel under bron';
const shapes = new PageShapes();
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** One person at one computer, without JavaScript and without a mouse; every page met is looked through. */
class Walk {
  readonly faults: string[] = [];

  private constructor(
    private readonly contexts: readonly BrowserContext[],
    readonly page: Page,
    /** The same pages with JavaScript, which axe needs in order to look. */
    private readonly twin: Page,
    readonly keys: Keyboard,
  ) {}

  static async begin(browser: Browser, width: number, language: Language): Promise<Walk> {
    const common = { viewport: { width, height: 700 }, locale: locales[language] };
    const [own, looking] = await Promise.all([
      browser.newContext({ ...common, javaScriptEnabled: false }),
      browser.newContext(common),
    ]);
    const page = await own.newPage();
    return new Walk([own, looking], page, await looking.newPage(), new Keyboard(page));
  }

  /** An address that somebody was handed and types into the browser. */
  async typeAddress(address: string): Promise<void> {
    await this.page.goto(address);
    await this.look();
  }

  async press(name: string): Promise<void> {
    await this.keys.press(name);
    await this.look();
  }

  async pressBack(name: string): Promise<void> {
    await this.keys.pressBack(name);
    await this.look();
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  async end(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }

  private async look(): Promise<void> {
    const where = new URL(this.page.url()).pathname;
    const found = [
      ...((await shapes.isNew(this.page)) ? await axeViolations(await this.onTwin()) : []),
      ...((await overflowOf(this.page)) > 0 ? ['wider than the window'] : []),
      ...(await refusalsOn(this.page)),
    ];
    await this.page.clearConsoleMessages();
    this.faults.push(...found.map((fault) => `${where}: ${fault}`));
  }

  private async onTwin(): Promise<Page> {
    const html = await this.page.content();
    await this.twin.unrouteAll();
    await this.twin.route('**', (route) =>
      route.request().resourceType() === 'document'
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.continue(),
    );
    await this.twin.goto(this.page.url());
    return this.twin;
  }
}

interface Told {
  readonly kind: 'service-user' | 'private' | 'professional';
  readonly calledName: string;
  readonly fullName: string;
  readonly by: 'email' | 'letter' | 'phone' | 'protected';
  readonly means: string;
}

const olle: Told = {
  kind: 'service-user',
  calledName: 'Olle',
  fullName: 'Olle Nyberg',
  by: 'email',
  means: 'olle@brev.example',
};
const doctor: Told = {
  kind: 'professional',
  calledName: 'Amira',
  fullName: 'Amira Haddad',
  by: 'email',
  means: 'amira.haddad@region.example',
};
const network: readonly Told[] = [
  { kind: 'private', calledName: 'Gunilla', fullName: 'Gunilla Berg', by: 'email', means: 'gunilla@post.example' },
  { kind: 'private', calledName: 'Berit', fullName: 'Berit Lund', by: 'letter', means: 'Storgatan 12\n123 46 Staden' },
  { kind: 'private', calledName: 'Milo', fullName: 'Milo Strand', by: 'phone', means: '070-174 06 21' },
  { kind: 'professional', calledName: 'Johan', fullName: 'Johan Kvist', by: 'protected', means: '' },
];
const mailed = ['olle@brev.example', 'siv.ek@kommunen.example', doctor.means, 'gunilla@post.example'];

/** Siv, who is a coordinator with no time, does her work. */
class Coordinator {
  constructor(
    readonly walk: Walk,
    private readonly say: Say,
  ) {}

  private get keys(): Keyboard {
    return this.walk.keys;
  }

  async add(told: Told): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('access.menu.people'));
    await walk.press(say('people.list.add'));
    await keys.choose(say('people.new.question'), say(`people.kind.${told.kind}`));
    await walk.press(say('people.continue'));
    await keys.type(say('field.calledName'), told.calledName);
    await keys.type(say('field.fullName'), told.fullName);
    await this.tellHowToReach(told);
    await walk.press(say('people.save'));
    expect(await walk.heading()).toContain(told.fullName);
  }

  private async tellHowToReach({ by, means }: Told): Promise<void> {
    const { keys, say } = this;
    if (by === 'protected') {
      await keys.tick(say('people.protectedIdentity.yes'));
      return;
    }
    const field = { email: 'emailAddress', letter: 'postalAddress', phone: 'phoneNumber' }[by];
    await keys.choose(say('field.reachedBy'), say(`people.route.${by}`));
    await keys.type(say(`field.${field}`), means);
  }

  async drawMap(): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('access.menu.people'));
    await walk.press(olle.fullName);
    await walk.press(say('people.person.sociogram'));
    for (const { calledName } of network) {
      await walk.press(say('sociogram.map.add'));
      await keys.type(say('field.figureName'), calledName);
      await keys.choose(say('field.sector'), say('sociogram.sector.family'));
      await keys.choose(say('field.ring'), say('sociogram.ring.2'));
      await keys.choose(say('field.tie'), say('sociogram.tie.supportive'));
      await walk.press(say('sociogram.save'));
    }
    await walk.press(`${say('sociogram.closer')} Gunilla`);
    await walk.press(say('sociogram.next.important'));
    for (const { calledName } of network) await keys.tick(calledName);
    await walk.press(say('sociogram.important.save'));
  }

  /** Olle decides, the coordinator writes down; then each is asked, talked with, and says yes. */
  async nominate({ calledName: name, fullName }: Told): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(name);
    await this.step(say('nomination.became.may-be-asked', { serviceUser: olle.calledName, name }));
    await walk.press(say('nomination.ask.open', { name }));
    await keys.pick(say('field.figurePerson'), fullName);
    await keys.choose(say('field.stepHow'), say('nomination.how.by-phone'));
    await walk.press(say('nomination.ask.save'));
    await this.step(say('nomination.became.talked-with', { name }));
    await this.step(say('nomination.became.yes', { name }));
    await walk.press(say('nomination.back'));
  }

  private async step(became: string): Promise<void> {
    const { keys, say, walk } = this;
    await keys.choose(say('field.became'), became);
    await keys.choose(say('field.stepHow'), say('nomination.how.at-meeting'));
    await walk.press(say('nomination.save'));
  }

  async formGroup(today: string): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('access.menu.groups'));
    await walk.press(say('groups.list.new'));
    await keys.pick(say('field.serviceUserId'), olle.fullName);
    await keys.type(say('field.groupName'), 'Gänget');
    await walk.press(say('groups.continue'));
    await keys.pick(say('field.doctorId'), doctor.fullName);
    await keys.typeDay(say('field.approvedOn'), today);
    await keys.choose(say('field.approvedHow'), say('groups.way.at-meeting'));
    await walk.press(say('groups.continue'));
    for (const { calledName } of network) await keys.tick(calledName);
    await walk.press(say('groups.continue'));
    await keys.type(say('groups.functionOf', { name: 'Gunilla' }), 'Hjälper mig att komma ut');
    await walk.press(say('groups.continue'));
    for (const { calledName, by } of [olle, { calledName: 'Siv', by: 'email' }, doctor, ...network]) {
      await walk.press(calledName);
      await this.permit(today, by === 'email');
    }
    await walk.press(say('groups.continue'));
    await walk.press(say('groups.forming.finish'));
    expect(await walk.heading()).toContain('Gänget');
  }

  private async permit(today: string, alsoMail: boolean): Promise<void> {
    const { keys, say, walk } = this;
    await keys.tick(say('groups.consent.take-part'));
    if (alsoMail) await keys.tick(say('groups.consent.contact'));
    await keys.choose(say('field.consentHow'), say('groups.consentHow.said'));
    await keys.typeDay(say('field.givenOn'), today);
    await walk.press(say('groups.save'));
  }

  async planYear(): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('groups.link.plan'));
    await keys.type(say('field.place'), 'Rum 3');
    await walk.press(say('planning.propose'));
    const before = await this.days();
    await walk.press(`${say('planning.choose')} …`);
    expect(await this.days()).not.toEqual(before);
    await walk.press(say('planning.book'));
    expect(await this.days()).toHaveLength(7);
  }

  private async days(): Promise<readonly string[]> {
    return this.walk.page.locator('table tbody tr').allInnerTexts();
  }

  async editAgenda(): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('planning.next.agenda'));
    const first = await walk.page.locator('table tbody a').first().innerText();
    await walk.press(first);
    await walk.press(`${say('agendas.item.change')}: …`);
    await keys.type(say('field.itemTitle'), 'Så har veckan varit');
    await walk.press(say('groups.save'));
    expect(await walk.text()).toContain('Så har veckan varit');
    await walk.press(say('agendas.toAll'));
    await walk.press(say('groups.toGroup'));
  }

  async send(): Promise<void> {
    const { keys, say, walk } = this;
    await walk.press(say('groups.link.send'));
    const sending = await walk.text();
    for (const [by, count] of [
      ['email', 4],
      ['letter', 1],
      ['phone', 1],
      ['inPerson', 1],
    ] as const)
      expect(sending).toContain(say(`send.count.${by}`, { count }));
    expect(sending).toContain(say('send.amount.mails', { count: 32 }));
    await keys.unfold(say('send.mails', { count: 8, name: 'Gunilla' }));
    await walk.press(say('send.mail.overview'));
    await walk.press(say('mailPage.next'));
    await walk.press(say('mailPage.back'));
    await walk.pressBack(say('send.button'));
  }

  /** Olle's code, which she gives him on paper. */
  async makeCode(): Promise<string> {
    const { say, walk } = this;
    await walk.press(say('sent.ownPage'));
    await walk.press(`${say('ownPage.make')} ${say('ownPage.makeFor', { name: olle.fullName })}`);
    return /\b\d{4} ?\d{4}\b/.exec(await walk.text())?.[0] ?? '';
  }
}

describe.each([
  ['sv', 320],
  ['en', 1280],
] as const)('the whole job by keyboard alone, without JavaScript, in %s at %i pixels', (language, width) => {
  const say = words.in(language);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
  let house: RunningApp;
  let browser: Browser;
  const walks: Walk[] = [];
  beforeAll(async () => {
    house = await startApp({ language });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  const somebody = async (): Promise<Walk> => {
    const walk = await Walk.begin(browser, width, language);
    walks.push(walk);
    return walk;
  };

  const printedSecret = (): Promise<string> =>
    house.app
      .get(Database, { strict: false })
      .transaction(() => house.app.get(OneTimeSecrets, { strict: false }).make('first-administrator', null));

  /** What the administrator does; gives the address where the coordinator chooses a password. */
  async function setUp(walk: Walk): Promise<string> {
    const { keys } = walk;
    await walk.typeAddress(`${house.url}/start`);
    await keys.type(say('field.secret'), await printedSecret());
    await keys.type(say('field.organisationName'), 'Storstad');
    await keys.type(say('field.staffName'), 'Ada Berg');
    await keys.type(say('field.staffEmail'), 'ada.berg@kommunen.example');
    await keys.type(say('field.password'), password);
    await walk.press(say('access.start.button'));
    await keys.type(say('field.unitName'), 'Mottagning Norr');
    await walk.press(say('access.organisation.addUnit'));
    await walk.press(say('access.menu.protectedMail'));
    await keys.type(say('field.protectedDomain'), 'region.example');
    await keys.type(say('field.agreement'), 'Avtal om krypterad e-post');
    await walk.press(say('people.protectedMail.decide'));
    await walk.press(say('access.menu.organisation'));
    await walk.press(say('access.organisation.addCoordinator'));
    await keys.type(say('field.staffName'), 'Siv Ek');
    await keys.type(say('field.staffEmail'), 'siv.ek@kommunen.example');
    await keys.type(say('field.staffPhone'), '070-174 06 35');
    await walk.press(say('access.newCoordinator.button'));
    const address = await walk.page.locator('.one-time-address').innerText();
    await walk.press(say('access.handed.next'));
    await walk.press(say('shell.signOut'));
    return address;
  }

  const mailFolder = (): string => join(house.settings.dataFolder, 'mail');

  /** Every mail that has left, decoded, by the address it went to. */
  async function mailsByReceiver(): Promise<ReadonlyMap<string, readonly string[]>> {
    const sent = new Map<string, string[]>();
    for (const file of readdirSync(mailFolder()).filter((name) => name.endsWith('.eml'))) {
      const pieces = await decodeMail(readFileSync(join(mailFolder(), file)));
      const to = pieces.find(({ kind, name }) => kind === 'header' && name === 'to')?.text ?? '';
      const address = /<([^>]+)>/.exec(to)?.[1] ?? to;
      sent.set(address, [...(sent.get(address) ?? []), pieces.map(({ text }) => text).join('\n')]);
    }
    return sent;
  }

  async function allHaveLeft(count: number): Promise<void> {
    const last = Date.now() + 20_000;
    while (readdirSync(mailFolder()).filter((name) => name.endsWith('.eml')).length < count) {
      if (Date.now() > last) throw new Error('The mails do not leave.');
      await new Promise((passed) => setTimeout(passed, 100));
    }
  }

  it('leads from the first secret to everybody being called, and to the page of each', async () => {
    const administrator = await somebody();
    const address = await setUp(administrator);

    const walk = await somebody();
    await walk.typeAddress(address);
    await walk.keys.type(say('field.password'), password);
    await walk.press(say('access.choosePassword.button'));
    expect(await walk.heading()).toBe(say('desk.title'));

    const siv = new Coordinator(walk, say);
    for (const told of [olle, doctor, ...network]) await siv.add(told);
    await siv.drawMap();
    for (const told of network) await siv.nominate(told);
    await siv.formGroup(today);
    await siv.planYear();
    await siv.editAgenda();
    await siv.send();
    await allHaveLeft(32);
    await walk.press(say('sent.toSend'));
    await walk.press(say('send.toSent'));
    expect(await walk.text()).toContain(say('sent.mails', { done: 32, all: 32 }));

    const mails = await mailsByReceiver();
    expect([...mails.keys()].sort()).toEqual([...mailed].sort());
    for (const own of mails.values()) {
      const calls = own.filter((mail) => mail.includes('BEGIN:VEVENT'));
      expect([calls.length, own.length]).toEqual([7, 8]);
    }

    const linkOf = (receiver: string): string =>
      /http:\/\/localhost:\d+\/m\/\w+/.exec(mails.get(receiver)?.[0] ?? '')?.[0] ?? '';
    const gunilla = await somebody();
    await gunilla.typeAddress(linkOf('gunilla@post.example'));
    expect(await gunilla.page.locator('input[type=radio][value=yes]').count()).toBe(7);
    expect(await gunilla.text()).not.toContain('Olle');

    const code = await siv.makeCode();
    const serviceUser = await somebody();
    await serviceUser.typeAddress(linkOf('olle@brev.example'));
    await serviceUser.press(say('link.toAgenda'));
    await serviceUser.keys.type(say('field.agendaCode'), code);
    await serviceUser.press(say('code.button'));
    expect(await serviceUser.text()).toContain('Så har veckan varit');
    await serviceUser.press(say('agendaPage.easy'));

    expect(walks.flatMap(({ faults }) => faults)).toEqual([]);
    expect(walks.flatMap(({ keys }) => keys.faults)).toEqual([]);
  }, 600_000);
});
