import type { Browser, Page } from 'playwright-core';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { CallsJob } from '../../src/invitations/calls-job.service';
import type { MeetingId, PersonId } from '../../src/kernel/identifiers';
import { Meetings } from '../../src/meetings/meetings.service';
import { MyPageModule } from '../../src/my-page/my-page.module';
import type { Database } from '../../src/platform/database/database';
import { openDatabase } from '../../src/platform/database/open-database';
import { freshSettings } from '../support/app';
import { axeViolations, openBrowser, overflowOf } from '../support/browser';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { type ReadMail, readMail } from '../support/mail-reading';
import { byMail } from '../support/people-builders';
import { goodPassword } from '../support/staff-builders';

// A step is many pages, each looked at by axe.
jest.setTimeout(120_000);

const days = ['2027-04-14', '2027-05-12', '2027-06-16'];
const dayInMinutes = 24 * 60;
const secret = 'Medicin i morgon bitti';
const neutral = 'Nytt sedan sist';

/** One person at their own computer, who only ever goes where a page leads. */
class Visit {
  readonly faults: string[] = [];

  constructor(
    readonly page: Page,
    /** What they type when they are asked who they are, and the button that follows. */
    private readonly key: { readonly fields: Readonly<Record<string, string>>; readonly button: string },
  ) {}

  /** Weeks pass between the steps, so every page may ask anew who they are. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
    const { fields, button } = this.key;
    const [first = ''] = Object.keys(fields);
    if ((await this.page.locator(`[name=${first}]`).count()) === 0) return;
    for (const [name, value] of Object.entries(fields)) await this.page.fill(`[name=${name}]`, value);
    await this.press(button);
    await this.page.goto(path);
    await this.look();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.leave(this.page.getByRole('button', { name }).first().click());
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.leave(this.page.getByRole('link', { name }).first().click());
  }

  /** What somebody would read on the page. */
  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  private async leave(click: Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), click]);
    await this.look();
  }

  private async look(): Promise<void> {
    const where = new URL(this.page.url()).pathname.replaceAll(/[0-9a-f-]{36}|[a-z2-7]{32}/g, '…');
    const found = [
      ...(await axeViolations(this.page)),
      ...((await overflowOf(this.page)) > 0 ? ['wider than the window'] : []),
    ];
    this.faults.push(...found.map((fault) => `${where}: ${fault}`));
  }
}

describe("A year of Olle's meetings, through the pages", () => {
  let database: Database;
  let house: CallsHouse;
  let group: CalledGroup;
  let browser: Browser;
  let siv: Visit;
  let olle: Visit;
  let eva: Visit;
  let arvid: Visit;
  let ids: { readonly eva: PersonId; readonly arvid: PersonId };
  let meetings: readonly MeetingId[];

  beforeAll(async () => {
    const settings = await freshSettings();
    database = await openDatabase({ address: settings.database, schemas: callTables });
    house = await CallsHouse.on(database, settings, [MyPageModule]);
    group = await CalledGroup.in(house);
    ids = {
      eva: await group.add({ calledName: 'Eva', fullName: 'Eva Öberg', ...byMail('eva@post.example') }),
      arvid: await group.add(
        { calledName: 'Arvid', fullName: 'Arvid Berg', ...byMail('arvid@verk.example') },
        { part: 'adjunct', kind: 'professional' },
      ),
    };
    await group.book(days, { place: 'Biblioteket', placeIsPublic: true, form: 'office' });
    const booked = await house.within(() => house.get(Meetings).of(group.viewer, group.id));
    meetings = booked.map(({ id }) => id);
    browser = await openBrowser();
    const key = { fields: { email: group.email, password: goodPassword }, button: 'Logga in' };
    siv = await visit(key);
  });
  afterAll(async () => {
    await browser.close();
    await house.close();
    await database.close();
  });

  async function visit(key: ConstructorParameters<typeof Visit>[1]): Promise<Visit> {
    const context = await browser.newContext({ baseURL: house.url, bypassCSP: true, locale: 'sv-SE' });
    context.setDefaultTimeout(10_000);
    return new Visit(await context.newPage(), key);
  }

  /** The mails that have left to one address, as whoever has a copy could read them, newest last. */
  const mailsTo = async (address: string): Promise<readonly ReadMail[]> => {
    await house.dispatch();
    return house
      .mails()
      .map(readMail)
      .filter(({ headers }) => headers.get('to')?.[0]?.includes(address));
  };
  const linkTo = async (address: string): Promise<string> => {
    const [first] = await mailsTo(address);
    return /\/m\/[a-z2-7]+/.exec(first?.pieces.join(' ') ?? '')?.[0] ?? '';
  };
  const idOf = ({ headers }: ReadMail): string => headers.get('message-id')?.[0] ?? '';
  const subjectOf = ({ headers }: ReadMail): string => headers.get('subject')?.[0] ?? '';
  const everythingTo = async (address: string): Promise<string> =>
    (await mailsTo(address)).flatMap(({ pieces }) => pieces).join('\n');

  /** Their own page, opened by the link from their mail and the code that the coordinator handed them. */
  async function ownPage(name: string, address: string): Promise<Visit> {
    await siv.open(`/groups/${group.id}/own-page`);
    await siv.press(`Gör en ny kod till ${name}`);
    const code = /\d{4} \d{4}/.exec(await siv.text())?.[0] ?? '';
    const one = await visit({ fields: { agendaCode: code }, button: 'Öppna' });
    await one.open(`${await linkTo(address)}/mine`);
    return one;
  }

  const toMeeting = (number: number, path = 'agenda') => siv.open(`/meetings/${meetings[number - 1] ?? ''}/${path}`);

  it('begins with a year that is sent, to everybody but the expert', async () => {
    await siv.open(`/groups/${group.id}/send`);
    await siv.press(/^Skicka/);

    expect(await mailsTo('eva@post.example')).toHaveLength(4);
    expect(await mailsTo('arvid@verk.example')).toEqual([]);
  });

  it("puts Olle's wish first on the agenda, and lets Eva's wait for a yes", async () => {
    olle = await ownPage('Olle', 'olle@post.example');
    eva = await ownPage('Eva', 'eva@post.example');
    await olle.page.getByLabel('Vad vill du prata om nästa gång?').fill('Jag vill flytta till en egen lägenhet');
    await olle.press('Lägg till på listan');
    await eva.page.getByLabel('Vad vill du föreslå till nästa möte?').fill('En resa till fjällen');
    await eva.press('Skicka förslaget');
    await toMeeting(1);

    const titles = await siv.page.locator('.agenda h2').allInnerTexts();
    expect(titles[1]).toContain('Jag vill flytta till en egen lägenhet');
    expect(titles.join()).not.toContain('fjällen');

    await siv.follow(/Ta upp förslaget/);
    await siv.press('Spara');
    expect((await siv.page.locator('.agenda h2').allInnerTexts()).join()).toContain('En resa till fjällen');
    await eva.open(new URL(eva.page.url()).pathname);
    expect(await eva.text()).toContain('står på listan');
  });

  it('invites the expert to one item, keeps another for the core trio, and says what is too long', async () => {
    await siv.follow('Lägg till en punkt');
    await fillItem({ title: 'Att söka arbete', neutralTitle: 'Ett förslag', minutes: '10' });
    await siv.page.getByLabel('Inbjuden expert').selectOption(ids.arvid);
    await siv.press('Spara');
    await siv.follow('Lägg till en punkt');
    await fillItem({ title: secret, neutralTitle: neutral, minutes: '5' });
    await siv.page.getByLabel('Bara kärntrion').check();
    await siv.press('Spara');

    expect(await siv.text()).toContain('25 minuter för långt');
    expect(await siv.text()).toContain('Arvid Berg är inbjuden till punkten');
  });

  it('calls the expert to that item alone, and moves only that call when the item moves', async () => {
    const evasBefore = await mailsTo('eva@post.example');
    await siv.follow(/^Släpp dagordningen/);
    await siv.press(/^Släpp dagordningen/);
    await siv.open(`/groups/${group.id}/send`);
    await siv.press(/^Skicka/);
    const invited = await mailsTo('arvid@verk.example');
    const [first = ''] = invited.map(spanIn).filter((span) => span !== '');
    await toMeeting(1);
    await siv.press(/^Flytta upp ?: Att söka arbete/);
    await siv.follow(/^Släpp dagordningen/);
    await siv.press(/^Släpp dagordningen/);
    await siv.open(`/groups/${group.id}/send`);
    await siv.press(/^Skicka/);
    const known = invited.map(idOf);
    const [change, ...more] = (await mailsTo('arvid@verk.example')).filter((mail) => !known.includes(idOf(mail)));

    expect(first).toMatch(/^20270414T\d{6}Z–20270414T\d{6}Z$/);
    expect(more).toEqual([]);
    expect(spanIn(change!)).not.toBe(first);
    expect(subjectOf(change!)).toMatch(/^Ändrad tid/);
    expect(await mailsTo('eva@post.example')).toHaveLength(evasBefore.length);
  });

  it('tells the expert nothing of the other items, in mail or on a page', async () => {
    arvid = await ownPage('Arvid', 'arvid@verk.example');
    await arvid.follow('Läs vad vi tar upp');
    const read = [await arvid.text(), await everythingTo('arvid@verk.example')].join('\n');

    expect(await arvid.text()).toContain('Att söka arbete');
    for (const other of [secret, neutral, 'lägenhet', 'fjällen', 'Kvalitetsstjärnan', 'krisplan'])
      expect(read.toLowerCase()).not.toContain(other.toLowerCase());
  });

  it('calls again fourteen days ahead, each with what they may see', async () => {
    house.clock.pass(31 * dayInMinutes);
    const before = (await mailsTo('eva@post.example')).map(idOf);
    await house.get(CallsJob).turn();
    const [call, ...more] = (await mailsTo('eva@post.example')).filter((mail) => !before.includes(idOf(mail)));
    await eva.open(`${await linkTo('eva@post.example')}/mine`);
    await eva.follow('Läs vad vi tar upp');

    expect(more).toEqual([]);
    expect(subjectOf(call!)).toContain('14 april');
    expect(call?.pieces.join('\n')).not.toContain(neutral);
    expect(await eva.text()).toContain('En resa till fjällen');
    expect(await eva.text()).not.toContain(secret);
  });

  it('is measured before the first meeting', async () => {
    await olle.open(`${await linkTo('olle@post.example')}/mine/star`);
    await olle.page
      .getByRole('group', { name: /ditt liv/ })
      .getByLabel('4', { exact: true })
      .check();
    await olle.press(/^Spara/);

    expect(await olle.text()).toContain('Livskvalitet: 4 av 10');
  });

  it('is held with Olle, who leads it together with Siv', async () => {
    house.clock.pass(13 * dayInMinutes);
    await toMeeting(1, 'hold');
    for (const choice of await siv.page.getByLabel('Här', { exact: true }).all()) await choice.check();
    await siv.press('Starta mötet');
    for (;;) {
      const title = await siv.page.locator('h1').innerText();
      if (title.includes('lägenhet')) await write('Olle har tittat på två lägenheter.', 'Jag ställer mig i kön.');
      if (title === 'En resa till fjällen') await write('Eva har varit på apoteket med Olle.', '');
      if (title === 'Att söka arbete') await write('Arvid har en praktikplats.', '');
      if (title === neutral) await write('Ny dos från måndag.', '');
      if (title.startsWith('Uppgifter')) await newTask();
      if ((await siv.page.getByRole('button', { name: /^Nästa punkt/ }).count()) === 0) break;
      await siv.press(/^Nästa punkt/);
    }
    await siv.press('Avsluta mötet');
    await toMeeting(1, 'notes');

    expect(await siv.text()).toContain('Gå på bio');
  });

  it('shows the notes to Olle first, who strikes a line before the others see them', async () => {
    await siv.press('Visa för Olle på den egna sidan');
    const [link, evas] = [await linkTo('olle@post.example'), await linkTo('eva@post.example')];
    await eva.open(`${evas}/mine`);
    expect(await eva.text()).not.toContain('Möte 1');
    await olle.open(`${link}/mine/notes/1`);
    expect(await olle.text()).toContain('Eva har varit på apoteket');
    await olle.press(/^Ta bort för de andra ?: Eva har varit/);
    await olle.press('Lämna vidare till de andra');

    await eva.open(`${evas}/mine/notes/1`);
    expect(await eva.text()).toContain('Jag ställer mig i kön.');
    for (const hidden of ['apoteket', 'Ny dos', secret]) expect(await eva.text()).not.toContain(hidden);
    await arvid.open(`${await linkTo('arvid@verk.example')}/mine/notes/1`);
    expect(await arvid.text()).toContain('praktikplats');
    for (const hidden of ['apoteket', 'Ny dos', 'kön', 'bio']) expect(await arvid.text()).not.toContain(hidden);
  });

  it('proves the order by the log', async () => {
    const log = await house.within(() => house.database.repository(accessLogSchema).find({ order: { number: 'ASC' } }));
    const order = ['notes.shown-to-service-user', 'notes.struck', 'notes.let-go', 'notes.released'];

    expect(log.map(({ action }) => action).filter((action) => order.includes(action))).toEqual(order);
  });

  it('takes the open task up by itself at the next meeting, and it is done there', async () => {
    house.clock.pass(28 * dayInMinutes);
    await toMeeting(2, 'hold');
    for (const choice of await siv.page.getByLabel('Här', { exact: true }).all()) await choice.check();
    await siv.press('Starta mötet');
    while (!(await siv.page.locator('h1').innerText()).startsWith('Uppgifter sedan sist'))
      await siv.press(/^Nästa punkt/);
    expect(await siv.text()).toContain('Gå på bio');
    await siv.press(/^Klar ?: Gå på bio/);
    await siv.press('Avsluta mötet');
    await olle.open(`${await linkTo('olle@post.example')}/mine`);

    expect(await olle.text()).toContain('Ångra');
  });

  it('is measured again, and both times stand side by side', async () => {
    await olle.open(`${await linkTo('olle@post.example')}/mine/star`);
    await olle.page
      .getByRole('group', { name: /ditt liv/ })
      .getByLabel('6', { exact: true })
      .check();
    await olle.press(/^Spara/);
    await siv.open(`/groups/${group.id}/star`);

    expect(await siv.text()).toContain('Livskvalitet: 6 av 10');
    expect(await siv.text()).toContain('4');
  });

  it('hides from Eva what comes after she has taken back her yes', async () => {
    await group.withdraw(ids.eva, 'take-part');
    await eva.open(`${await linkTo('eva@post.example')}/mine`);

    expect(await eva.text()).not.toContain('Jag ställer mig i kön.');
    await eva.open(`${await linkTo('eva@post.example')}/mine/notes/1`);
    expect(await eva.text()).not.toContain('Jag ställer mig i kön.');
  });

  it('had no fault that axe can find on any page, and none was too wide', () => {
    expect([...new Set([siv, olle, eva, arvid].flatMap(({ faults }) => faults))]).toEqual([]);
  });

  async function fillItem(item: { readonly title: string; readonly neutralTitle: string; readonly minutes: string }) {
    await siv.page.fill('[name=itemTitle]', item.title);
    await siv.page.fill('[name=neutralTitle]', item.neutralTitle);
    await siv.page.fill('[name=itemMinutes]', item.minutes);
    await siv.page.fill('[name=itemLine]', 'Alla har hört det.');
    await siv.page.selectOption('[name=itemLeader]', 'coordinator');
  }

  async function write(outcome: string, decision: string) {
    await siv.page.fill('[name=outcome]', outcome);
    await siv.page.fill('[name=decision]', decision);
  }

  async function newTask() {
    await siv.page.fill('[name=taskWhat]', 'Gå på bio');
    await siv.page.selectOption('[name=taskWho]', { label: 'Olle' });
    await siv.page.getByRole('group', { name: 'Tillsammans med' }).getByLabel('Eva').check();
    await siv.page.fill('[name=taskBy]', '2027-05-10');
    await siv.press('Spara');
  }
});

/** "20270414T112000Z–20270414T113000Z"; empty for a mail without a calendar entry. */
function spanIn({ calendars: [text] }: ReadMail): string {
  if (text === undefined) return '';
  return ['DTSTART', 'DTEND'].map((name) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim()).join('–');
}
