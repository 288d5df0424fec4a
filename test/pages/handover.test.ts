import type { Viewer } from '../../src/access/domain/viewer';
import { Groups } from '../../src/groups/groups.service';
import type { GroupId } from '../../src/kernel/identifiers';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { type RunningCalls, startCalls } from '../support/calls-server';
import { manyGroups } from '../support/many-groups';
import { aCoordinator, anAdministrator } from '../support/staff-builders';
import type { Visitor } from '../support/visitor';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The pages on which groups are handed over', () => {
  let running: RunningCalls;
  let mia: Viewer;
  let siv: Viewer;
  let ids: readonly GroupId[];
  let visitors: Record<'siv' | 'mia' | 'ada', Visitor>;

  let number = 0;
  let ada: Viewer;

  beforeAll(async () => {
    running = await startCalls();
    ada = await anAdministrator(running.house.app);
  });
  afterAll(() => running.stop());
  beforeEach(async () => {
    const { house } = running;
    number += 1;
    siv = await aCoordinator(house.app, ada, `Siv E${'k'.repeat(number)}`);
    mia = await aCoordinator(house.app, ada, `Mia Ro${'s'.repeat(number)}`);
    ids = await manyGroups(house, siv, { count: 2, days: ['2027-04-14'] });
    const signedIn = ({ name }: Viewer) =>
      house.signedIn(`${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`);
    visitors = { siv: await signedIn(siv), mia: await signedIn(mia), ada: await signedIn(ada) };
  });

  const agreed = () => ({ successor: mia.userId, approvedOn: '2027-02-20', approvedHow: 'by-phone' });
  const chosen = (groups: readonly string[] = ids) => ({ handedGroups: groups, ...agreed() });
  const adas = () => `/organisation/coordinators/${siv.userId}/handover`;
  const sivHas = async (): Promise<number> =>
    (await running.house.within(() => running.house.get(Groups).list(siv))).length;

  it('ask which groups, none of them ticked, and to whom, herself not among them', async () => {
    const { status, text } = await visitors.siv.get('/handover');

    expect(status).toBe(200);
    expect(text.match(/type="checkbox"/g)).toHaveLength(2);
    expect(text).not.toMatch(/type="checkbox"[^>]*checked/);
    expect(text).toContain(mia.userId);
    expect(text).not.toContain(siv.userId);
  });

  it('are reached from the list and from the group', async () => {
    expect((await visitors.siv.get('/groups')).text).toContain('href="/handover"');
    expect(textOf((await visitors.siv.get(`/groups/${ids[0]!}`)).text)).toContain('Lämna över gruppen');
    expect((await visitors.ada.get(`/organisation/coordinators/${siv.userId}`)).text).toContain(`href="${adas()}"`);
  });

  it('say the effect in counts before it happens, and nothing happens by looking', async () => {
    await visitors.siv.get('/handover');
    const { status, text } = await visitors.siv.post('/handover', chosen());

    expect(status).toBe(200);
    expect(textOf(text)).toContain(`2 grupper går till ${mia.name}. 11 får ett mejl om ny kontaktperson, 2 får brev.`);
    expect(textOf(text)).toContain('Inga möten avbokas för dem som är kvar.');
    expect(await sivHas()).toBe(2);
  });

  it('hand over at the button: the group is gone for the one and there for the other', async () => {
    const [first, second] = ids;
    await visitors.siv.get('/handover');
    await visitors.siv.post('/handover', chosen([first!]));
    const answer = await visitors.siv.post('/handover/now', chosen([first!]));

    expect([answer.status, answer.location]).toEqual([303, '/handover/done']);
    expect(textOf((await visitors.siv.get('/handover/done')).text)).toContain('Grupperna är överlämnade');
    expect((await visitors.siv.get(`/groups/${first!}`)).status).toBe(404);
    expect((await visitors.siv.get(`/groups/${second!}`)).status).toBe(200);
    expect((await visitors.mia.get(`/groups/${first!}`)).status).toBe(200);
    expect((await visitors.mia.get(`/groups/${second!}`)).status).toBe(404);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no group', { handedGroups: '' }, 'href="#handedGroups"'],
    ['nobody', { successor: '' }, 'href="#successor"'],
    ['no day', { approvedOn: '' }, 'href="#approvedOn"'],
    ['a day that has not been', { approvedOn: '2027-12-01' }, 'href="#approvedOn"'],
    ['no way of saying it', { approvedHow: '' }, 'href="#approvedHow"'],
  ])('say at the field what is wrong: %s', async (_what, change, fault) => {
    const fields = { handedGroups: ids[0]!, ...agreed(), ...change };
    const given = Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => name !== 'handedGroups' || value),
    );
    await visitors.siv.get('/handover');

    const looked = await visitors.siv.post('/handover', given);
    const pressed = await visitors.siv.post('/handover/now', given);

    expect([looked.status, pressed.status]).toEqual([422, 422]);
    expect(looked.text).toContain(fault);
    expect(pressed.text).toContain(fault);
    expect(await sivHas()).toBe(2);
  });

  it.each([
    ['when something is wrong', '/handover', '2027-12-01'],
    ['when it is to be changed', '/handover/change', '2027-02-20'],
  ])('keep what was chosen %s', async (_when, path, approvedOn) => {
    await visitors.siv.get('/handover');
    const { text } = await visitors.siv.post(path, { ...chosen(), approvedOn });

    expect(text.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect(text).toContain(`value="${approvedOn}"`);
    expect(text).toMatch(new RegExp(`value="${mia.userId}" selected`));
  });

  it('do not exist for a group that is another’s', async () => {
    await visitors.mia.get('/handover');
    const theirs = { handedGroups: ids[0]!, ...agreed(), successor: siv.userId };

    expect((await visitors.mia.post('/handover/now', theirs)).status).toBe(404);
    expect(await sivHas()).toBe(2);
  });

  it('show an administrator the count and the coordinator’s name, and hand over all', async () => {
    const page = await visitors.ada.get(adas());
    const effect = await visitors.ada.post(adas(), agreed());
    const answer = await visitors.ada.post(`${adas()}/now`, agreed());

    expect(textOf(page.text)).toContain(`2 resursgrupper hos ${siv.name}.`);
    for (const { text } of [page, effect]) expect(textOf(text)).not.toMatch(/Laget|Kim|Åsa/);
    expect(textOf(effect.text)).toContain(`2 grupper går till ${mia.name}.`);
    expect([answer.status, answer.location]).toEqual([303, `${adas()}/done`]);
    expect(await sivHas()).toBe(0);
    expect(textOf((await visitors.ada.get(adas())).text)).toContain('Det finns inga grupper att lämna över.');
  });

  it('are whole at both widths', async () => {
    const browser = await openBrowser();
    const pages: [string, number, string][] = [];
    try {
      const { siv: visitor } = visitors;
      pages.push(['form', 200, (await visitor.get('/handover')).text]);
      const faulty = await visitor.post('/handover', {});
      const effect = await visitor.post('/handover', chosen());
      pages.push(['faulty', faulty.status, faulty.text], ['effect', effect.status, effect.text]);
      pages.push(['done', 200, (await visitor.get('/handover/done')).text]);
      expect(pages.map(([, status]) => status)).toEqual([200, 422, 200, 200]);
      for (const [name, , text] of pages)
        for (const width of [320, 1280]) {
          const page = await showPage(browser, text, width);
          expect([name, width, await overflowOf(page), await axeViolations(page)]).toEqual([name, width, 0, []]);
        }
    } finally {
      await browser.close();
    }
  }, 120_000);
});
