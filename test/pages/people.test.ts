import type { Browser } from 'playwright-core';
import { axeViolations, openBrowser, overflowOf, showPage } from '../support/browser';
import { startPeople, type RunningPeople } from '../support/people-house';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

const empty = { afterwards: '', workTitle: '', workplace: '', emailAddress: '', postalAddress: '', phoneNumber: '' };
const eva = { ...empty, personKind: 'private', calledName: 'Eva', fullName: 'Eva Öberg', personLanguage: 'sv' };

describe('the pages of people', () => {
  let house: RunningPeople;
  let browser: Browser;
  let siv: Visitor;
  let ada: Visitor;
  beforeAll(async () => {
    [house, browser] = await Promise.all([startPeople(), openBrowser()]);
    const administrator = await anAdministrator(house.app);
    await aCoordinator(house.app, administrator);
    [siv, ada] = [await signedIn('siv.ek@kommunen.example'), await signedIn('ada.berg@kommunen.example')];
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
  });

  async function signedIn(email: string): Promise<Visitor> {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    return visitor;
  }

  async function add(fields: Record<string, string>): Promise<string> {
    await siv.get('/people/new?kind=private');
    return (await siv.post('/people/new', { ...eva, ...fields })).location ?? '';
  }

  it('show somebody added in the list, and how they are reached', async () => {
    const page = await add({ reachedBy: 'email', emailAddress: 'eva@post.example' });

    expect((await siv.get('/people')).text).toMatch(new RegExp(`href="${page}">Eva Öberg</a>[^]*?E-post, öppen`));
    expect((await siv.get(page)).text).toContain('Det är öppen post: kallelsen blir neutral');
  });

  it('refuse what is wrong with a sentence at the field, and keep what was typed', async () => {
    await siv.get('/people/new?kind=private');
    const wrong = { fullName: 'Eva 19121212-1212', emailAddress: 'b@x.se,evil@e.se', phoneNumber: 'ring' };

    const answer = await siv.post('/people/new', { ...eva, reachedBy: 'email', ...wrong });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Skriv bara en e-postadress.');
    expect(answer.text).toContain('Kretsen behöver inga personnummer.');
    expect(answer.text).toContain('value="b@x.se,evil@e.se"');
    expect(answer.text).toContain('<title>Fel:');
  });

  it('ask for what the way of reaching needs', async () => {
    await siv.get('/people/new?kind=private');

    const answer = await siv.post('/people/new', { ...eva, reachedBy: 'letter' });

    expect([answer.status, answer.text.includes('Postadress: fyll i det här')]).toEqual([422, true]);
  });

  it('keep no address of somebody with protected identity', async () => {
    const page = await add({ reachedBy: 'letter', postalAddress: 'Storgatan 1' });
    await siv.get(`${page}/edit`);
    const { calledName, fullName, personLanguage } = eva;
    const means = { emailAddress: '', postalAddress: '', phoneNumber: '', workTitle: '', workplace: '' };
    const person = { calledName, fullName, personLanguage, ...means, protectedIdentity: 'yes' };

    const refused = await siv.post(`${page}/edit`, { ...person, reachedBy: 'letter', postalAddress: 'Storgatan 1' });
    const kept = await siv.post(`${page}/edit`, person);

    expect([refused.status, kept.status]).toEqual([422, 303]);
    const shown = (await siv.get(page)).text;
    expect(shown).toContain('Har skyddade personuppgifter.');
    expect(shown).not.toContain('Storgatan');
  });

  it('lead back only to a page of our own', async () => {
    await siv.get('/people/new?kind=private');

    for (const afterwards of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const answer = await siv.post('/people/new', { ...eva, reachedBy: 'none', afterwards });
      expect([answer.status, answer.text.includes('evil')]).toEqual([422, false]);
    }
  });

  it('say nothing of people to an administrator, nor of protected mail decisions to a coordinator', async () => {
    const page = await add({ reachedBy: 'none' });

    expect((await ada.get(page)).status).toBe(404);
    expect((await ada.get('/people')).status).toBe(404);
    expect((await siv.get('/organisation/protected-mail')).status).toBe(404);
  });

  it('show a decision on protected mail with who decided and when, and take it back', async () => {
    await ada.get('/organisation/protected-mail');
    const decision = { protectedDomain: 'region.example', agreement: 'Avtal 12: TLS 1.2' };

    expect((await ada.post('/organisation/protected-mail', decision)).status).toBe(303);
    const list = (await ada.get('/organisation/protected-mail')).text;
    expect(list).toContain('Beslutat av Ada Berg, måndag 1 mars 2027.');
    expect((await ada.post('/organisation/protected-mail', decision)).text).toContain('Det finns redan ett beslut');
    const address = /href="([^"]+\/withdraw)"/.exec(list)?.[1] ?? '';
    await ada.get(address);
    expect((await ada.post(address)).status).toBe(303);
    expect((await ada.get('/organisation/protected-mail')).text).toContain('Det finns inga beslut än.');
  });

  it.each([320, 1280])('have nothing for axe to find at %i pixels, and reflow', async (width) => {
    const page = await add({ reachedBy: 'none', fullName: 'Eva Öberg-Annabellasdotter af Storstadsholmen' });
    await siv.get('/people/new?kind=professional');
    const texts = [
      (await siv.post('/people/new', { ...eva, fullName: '', emailAddress: 'x' })).text,
      ...(await Promise.all(
        ['/people', '/people/new', page, `${page}/edit`].map(async (path) => (await siv.get(path)).text),
      )),
      (await ada.get('/organisation/protected-mail')).text,
    ];
    for (const text of texts) {
      const shown = await showPage(browser, text, width);
      expect(await axeViolations(shown)).toEqual([]);
      expect(await overflowOf(shown)).toBe(0);
    }
  });
});
