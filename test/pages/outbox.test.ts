import type { Browser } from 'playwright-core';
import { Outbox } from '../../src/outbox/outbox.service';
import { deliverySchema } from '../../src/outbox/store/outbox.schemas';
import { Instant } from '../../src/kernel/instant';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import type { CalledGroup } from '../support/calls-house';
import { aBookedGroup, type RunningCalls, startCalls } from '../support/calls-server';
import type { Visitor } from '../support/visitor';

const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the page of outgoing mail', () => {
  let running: RunningCalls;
  let group: CalledGroup;
  let siv: Visitor;
  let ada: Visitor;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    running = await startCalls();
    group = await aBookedGroup(running.house);
    siv = await running.house.signedIn(group.email);
    ada = await running.house.signedIn('ada.siv@kommunen.example');
    await siv.get(`/groups/${group.id}/send`);
    await siv.post(`/groups/${group.id}/send`);
  });
  afterEach(() => running.stop());

  const shown = async (visitor: Visitor, path = '/outbox') => textOf((await visitor.get(path)).text);
  const press = async (visitor: Visitor, path: string) => {
    await visitor.get('/outbox');
    return visitor.post(path);
  };

  /** As if attempts had ended so. */
  const becameOf = async (count: number, became: object) => {
    const { house } = running;
    await house.within(async () => {
      const waiting = (await house.get(Outbox).ofGroup(group.viewer, group.id)).filter(
        ({ message, state }) => message.channel === 'email' && state === 'waiting',
      );
      for (const { message } of waiting.slice(0, count))
        await house.database.repository(deliverySchema).update({ id: message.id }, became);
    });
  };

  it('tells a coordinator what waits in her groups, what is tried again and what did not arrive', async () => {
    const dueAt = Instant.of('2099-03-01T13:05:00Z');
    await becameOf(3, { state: 'deferred', outcome: 'noAnswer', dueAt });
    await becameOf(1, { state: 'failed', outcome: 'noSuchAddress' });

    const page = await shown(siv);

    expect(page).toContain('12 mejl väntar.');
    expect(page).toContain('3 mejl försöks igen, det första klockan 14.05. Mejlservern svarar inte.');
    expect(page).toContain('1 mejl gick inte fram. Ring personen eller skicka ett brev.');
    expect((await siv.get('/outbox')).text).toContain(`href="/groups/${group.id}/sent"`);
  });

  it('tells an administrator the numbers of the organisation, and no name', async () => {
    const page = await shown(ada);

    expect(page).toContain('16 mejl väntar.');
    expect(page).not.toContain('Olle');
  });

  it('lets an administrator pause all mail and release it again', async () => {
    await becameOf(2, { state: 'deferred', outcome: 'noAnswer' });
    await press(ada, '/outbox/hold');
    await running.house.dispatch();
    const held = [await shown(ada), await shown(siv), await shown(siv, `/groups/${group.id}/sent`)];
    const sentWhileHeld = running.house.mails().length;

    await press(ada, '/outbox/release');
    await running.house.dispatch();

    expect(held[0]).toContain('16 mejl hålls kvar.');
    expect(held[1]).toContain('Administratören kan släppa dem.');
    expect(held[2]).toContain('Hålls kvar');
    expect([sentWhileHeld, running.house.mails().length]).toEqual([0, 16]);
    expect(await shown(ada)).toContain('Inget väntar, och allt har kommit fram.');
  });

  it('lets no coordinator pause anything', async () => {
    expect((await press(siv, '/outbox/hold')).status).toBe(404);
  });

  it.each([320, 1280])('fits a window of %i pixels and stands up to axe, for both', async (width) => {
    await becameOf(2, { state: 'deferred', outcome: 'connectionLost' });
    await press(ada, '/outbox/hold');
    for (const visitor of [siv, ada]) {
      const answer = await visitor.get('/outbox');
      const page = await showPage(browser, answer.text, width);

      expect(answer.status).toBe(200);
      expect(await axeViolations(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
  });
});
