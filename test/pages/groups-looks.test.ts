import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import type { Viewer } from '../../src/access/domain/viewer';
import { Bookings } from '../../src/meetings/bookings.service';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { GroupHouse } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { byMail } from '../support/people-builders';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { type Answered, Visitor } from '../support/visitor';
import { idOf } from '../../src/kernel/identifiers';

const longName = 'Anna-Karin Margareta Wennerström-Bergquist';
const pages = new Map<string, string>();

const names = [
  'groups, empty',
  'groups',
  'new group, nobody',
  'new group',
  'new group, with faults',
  'core',
  'core, with faults',
  'chosen',
  'chosen, nobody',
  'functions',
  'permissions',
  'permission',
  'permission, with faults',
  'size',
  'forming',
  'group',
  'group in English',
  'member',
  'member who left',
  'approval',
  'leave',
  'new member, with faults',
  'name',
  'meetings',
  'meetings, empty',
  'meeting',
  'agendas',
  'agendas, empty',
  'agenda',
  'item',
  'item, with faults',
];

describe('the pages of groups, meetings and agendas', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([GroupHouse.served(), openBrowser()]);
    await collectPages(served.house, served.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
  });

  it.each(names)('%s is valid HTML', async (name) => {
    const html = new HtmlValidate(new FileSystemConfigLoader());
    const report = await html.validateString(pages.get(name) ?? '');

    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it.each(names.flatMap((name) => [320, 1280].map((width): [string, number] => [name, width])))(
    '%s can be used by everybody at %i pixels',
    async (name, width) => {
      const page = await showPage(browser, pages.get(name) ?? '', width);

      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      const folder = process.env.SCREENSHOTS;
      if (folder !== undefined)
        await page.screenshot({ path: `${folder}/${name}-${String(width)}.png`, fullPage: true });
    },
  );

  it('takes an agenda item up by keyboard alone, without JavaScript', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${served.url}/sign-in?next=${agendaPath}`);
    await page.locator('#email').fill('siv.ek@kommunen.example');
    await page.locator('#password').fill(goodPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served.url}${agendaPath}`);
    const second = await page.locator('h2').nth(1).textContent();

    await page
      .getByRole('button', { name: /^Flytta upp/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#item-/);

    expect(await page.locator('h2').nth(0).textContent()).toContain(second?.replace(/^\s*2\. /, '').trim());
  });
});

let agendaPath = '';

async function collectPages(house: GroupHouse, url: string): Promise<void> {
  const siv: Viewer = await aCoordinator(house.app, await anAdministrator(house.app));
  const visitor = new Visitor(url);
  const keep = async (name: string, answered: Promise<Answered>): Promise<Answered> => {
    const answer = await answered;
    if (![200, 422].includes(answer.status)) throw new Error(`${name} answered ${String(answer.status)}.`);
    pages.set(name, answer.text);
    return answer;
  };
  const fill = async (form: string, fields: Record<string, string | string[]>, to = form): Promise<Answered> => {
    await visitor.get(form);
    return visitor.post(to, fields);
  };
  await visitor.get('/sign-in');
  await visitor.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/groups' });
  await keep('groups, empty', visitor.get('/groups'));
  await keep('new group, nobody', visitor.get('/groups/new'));

  const olle = (await house.person(siv, 'Olle', { kind: 'service-user' })).id;
  const coordinator = (await house.person(siv, 'Siv', byMail('siv@kommunen.example'))).id;
  const doctor = (await house.person(siv, longName, { workTitle: 'läkare' })).id;
  await keep('new group', visitor.get('/groups/new'));
  await keep('new group, with faults', fill('/groups/new', { profile: 'resource-group', neutralTitle: 'Psykteam' }));
  const beginning = { serviceUserId: olle, profile: 'resource-group', groupName: 'Olles lag', neutralTitle: 'Möte' };
  const path = ((await fill('/groups/new', beginning)).location ?? '').replace('/new/core', '');
  await keep('core', visitor.get(`${path}/new/core`));
  await keep('core, with faults', fill(`${path}/new/core`, {}));
  const approval = { approvedOn: '2027-02-01', approvedHow: 'at-meeting' };
  await fill(`${path}/new/core`, { coordinatorPersonId: coordinator, doctorId: doctor, ...approval });
  await keep('chosen, nobody', visitor.get(`${path}/new/chosen`));
  const eva = await house.nominated(siv, olle, 'Eva', 'yes');
  const asa = await house.nominated(siv, olle, longName, 'yes');
  await house.nominated(siv, olle, 'Gun', 'asked');
  await keep('chosen', visitor.get(`${path}/new/chosen`));
  await fill(`${path}/new/chosen`, { chosen: [eva, asa] });
  await keep('functions', visitor.get(`${path}/new/functions`));
  await fill(`${path}/new/functions`, { [`function-${eva}`]: 'ringer på morgonen' });
  await keep('permission', visitor.get(`${path}/members/${eva}/permission`));
  await keep('permission, with faults', fill(`${path}/members/${eva}/permission`, {}));
  await fill(`${path}/members/${eva}/permission`, {
    ...{ consentKinds: ['take-part', 'contact'], consentHow: 'said', givenOn: '2027-02-02', until: '' },
  });
  await keep('permissions', visitor.get(`${path}/new/permissions`));
  await keep('size', visitor.get(`${path}/size`));
  await keep('forming', visitor.get(`${path}/new`));
  await fill(`${path}/size`, { sizeReason: 'Olle vill börja litet.' });
  await fill(`${path}/new`, {}, `${path}/new/finish`);

  await keep('meetings, empty', visitor.get(`${path}/meetings`));
  await keep('agendas, empty', visitor.get(`${path}/agenda`));
  await keep('member', visitor.get(`${path}/members/${eva}`));
  await keep('approval', visitor.get(`${path}/members/${eva}/approval`));
  await keep('leave', visitor.get(`${path}/members/${asa}/leave`));
  await keep('new member, with faults', fill(`${path}/members/new`, {}));
  await keep('name', visitor.get(`${path}/name`));
  const bookings = [1, 2, 3].map((number) => aBooking({ number, day: aDay(`2027-0${String(number + 3)}-14`) }));
  const [first] = await house.within(() =>
    house.get(Bookings).book(siv, idOf<'group'>(path.split('/')[2] ?? ''), bookings),
  );
  agendaPath = `/meetings/${first!.id}/agenda`;
  await keep('meetings', visitor.get(`${path}/meetings`));
  await keep('meeting', visitor.get(`/meetings/${first!.id}`));
  await keep('agendas', visitor.get(`${path}/agenda`));
  await keep('agenda', visitor.get(agendaPath));
  await keep('item', visitor.get(`${agendaPath}/items/new`));
  await keep('item, with faults', fill(`${agendaPath}/items/new`, { itemMinutes: '0' }));
  await keep('group', visitor.get(path));
  await keep('groups', visitor.get('/groups'));
  await fill(`${path}/members/${asa}/leave`, {});
  await keep('member who left', visitor.get(`${path}/members/${asa}`));
  await visitor.post('/language/en', { back: path });
  await keep('group in English', visitor.get(path));
  await visitor.post('/language/sv', { back: path });
}
