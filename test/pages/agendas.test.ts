import type { Viewer } from '../../src/access/domain/viewer';
import { AgendaLife } from '../../src/agendas/agenda-life.service';
import { Leaving } from '../../src/groups/leaving.service';
import { AgendaGroup } from '../support/agenda-group';
import { GroupHouse } from '../support/group-house';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { Visitor } from '../support/visitor';

describe('the pages of an agenda', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let house: GroupHouse;
  let siv: Viewer;
  let group: AgendaGroup;
  let one: Visitor;
  let other: Visitor;

  beforeAll(async () => {
    served = await GroupHouse.served();
    ({ house } = served);
    siv = await aCoordinator(house.app, await anAdministrator(house.app));
    [one, other] = [await signedIn(), await signedIn()];
  });
  afterAll(() => served.stop());

  async function signedIn(): Promise<Visitor> {
    const visitor = new Visitor(served.url);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/groups' });
    return visitor;
  }

  beforeEach(async () => {
    group = await AgendaGroup.in(house, siv);
  });

  const agenda = (): string => group.path();
  const fields = {
    ...{ itemTitle: 'Bion', neutralTitle: 'Att göra', itemLeader: 'service-user', itemMinutes: '12' },
    ...{ itemLine: 'Vem som följer med.', itemEasy: 'Vem går på bio?', audience: 'circle', guest: '' },
  };
  const spaced = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  describe('when two write at once', () => {
    it('shows the later one what stands now beside what they typed, and takes theirs when they save again', async () => {
      await group.add({ title: 'Bion' });
      const path = await group.itemPath('Bion');
      await one.get(path);
      await other.get(path);
      await one.post(path, { ...fields, itemTitle: 'Bion i maj', itemMinutes: '20', itemVersion: '1' });

      const stale = await other.post(path, { ...fields, itemTitle: 'Bion i juni', itemVersion: '1' });

      expect(stale.status).toBe(422);
      expect(stale.text).toContain('Punkten ändrades medan du skrev.');
      expect(spaced(stale.text)).toContain('Så står punkten nu');
      expect(spaced(stale.text)).toMatch(/Punkt Bion i maj .*Minuter 20/);
      expect(stale.text).toContain('value="Bion i juni"');
      expect(stale.text).toContain('name="itemVersion" value="2"');
      expect((await group.items()).map(({ title }) => title)).toContain('Bion i maj');

      const again = await other.post(path, { ...fields, itemTitle: 'Bion i juni', itemVersion: '2' });
      expect(again.location).toBe(`${agenda()}#item-${path.split('/').at(-1)!}`);
      expect((await group.items()).map(({ title }) => title)).toContain('Bion i juni');
    });

    it('keeps what somebody typed about an item that the other took away, as a new one', async () => {
      await group.add({ title: 'Bion' });
      const path = await group.itemPath('Bion');
      await other.get(path);
      await one.get(agenda());
      await one.post(`${path}/remove`, { itemVersion: '1' });

      const gone = await other.post(path, { ...fields, itemTitle: 'Bion i juni', itemVersion: '1' });

      expect(gone.status).toBe(422);
      expect(gone.text).toContain('Punkten finns inte längre.');
      expect(gone.text).toContain(`action="${agenda()}/items/new"`);
      expect(gone.text).toContain('value="Bion i juni"');
    });

    it('says so, on the agenda as it stands, of an item that is gone or was changed', async () => {
      await group.add({ title: 'Bion' });
      const path = await group.itemPath('Bion');
      await one.get(agenda());
      await one.post(path, { ...fields, itemTitle: 'Bion i maj', itemVersion: '1' });
      await other.get(agenda());

      const changed = await other.post(`${path}/remove`, { itemVersion: '1' });
      expect([changed.status, changed.text.includes('Bion i maj')]).toEqual([422, true]);
      expect(changed.text).toContain('Punkten har ändrats av någon annan och står kvar.');

      await one.post(`${path}/remove`, { itemVersion: '2' });
      for (const [way, body] of [
        ['remove', { itemVersion: '2' }],
        ['up', {}],
        ['down', { steps: '3' }],
        ['carry', { way: 'move' }],
      ] as const) {
        const answer = await other.post(`${path}/${way}`, body);
        expect([way, answer.status]).toEqual([way, 422]);
        expect(answer.text).toContain('Punkten finns inte längre.');
        expect(answer.text).toContain('Välkommen, vem leder');
      }
    });
  });

  describe('an item', () => {
    it('is shown with its hours, who may see it and who is invited to it', async () => {
      await one.get(`${agenda()}/items/new`);
      const added = await one.post(`${agenda()}/items/new`, {
        ...{ ...fields, audience: 'named', readers: group.people.eva, guest: group.people.bo, itemAfter: 'first' },
      });

      const text = spaced((await one.get(agenda())).text);
      expect(added.location).toBe(agenda());
      expect(text).toContain('1. Bion 13.00–13.12 12 minuter, brukaren leder');
      expect(text).toContain('Bo Provsson är inbjuden till punkten, 13.00–13.12.');
      expect(text).toContain('Bara Eva och de två som leder gruppen.');
      expect(text).toContain('2. Välkommen, vem leder 13.12–');
    });

    it('is put after the item that was chosen', async () => {
      const [, second] = await group.items();
      await one.get(`${agenda()}/items/new`);
      await one.post(`${agenda()}/items/new`, { ...fields, itemAfter: second!.id });

      expect((await group.items()).findIndex(({ title }) => title === 'Bion')).toBe(2);
    });

    it.each([
      ['nobody chosen to see it', { audience: '' }, 'href="#audience"'],
      ['a guest who is no expert', { guest: 'eva' }, 'Till en punkt bjuds bara den in som är adjungerad till gruppen.'],
      ['an expert among its readers', { audience: 'named', readers: 'bo' }, 'inte längre med i gruppen'],
      ['nine hours', { itemMinutes: '540' }, 'En punkt tar 1 till 480 minuter.'],
      ['no title', { itemTitle: '' }, 'href="#itemTitle"'],
      ['a line that is too long', { itemLine: 'a'.repeat(501) }, 'href="#itemLine"'],
      ['a personal number', { itemTitle: 'Ring 811218-9876' }, 'href="#itemTitle"'],
    ])('is refused in words with %s, and what was typed stays', async (_, given, told) => {
      const named: Readonly<Record<string, string>> = group.people;
      const typed = Object.entries<string>(given).map(([key, value]) => [key, named[value] ?? value] as const);
      await one.get(`${agenda()}/items/new`);

      const answer = await one.post(`${agenda()}/items/new`, { ...fields, ...Object.fromEntries<string>(typed) });

      expect(answer.status).toBe(422);
      expect(answer.text).toContain(told);
      expect(answer.text).toContain('Vem går på bio?');
    });

    it.each([
      ['a line of 1 MB', 'a'.repeat(1_000_000), 413],
      ['a line of 20,000 letters', 'a'.repeat(20_000), 400],
    ])('is refused in words with %s', async (_, itemLine, status) => {
      await one.get(`${agenda()}/items/new`);

      const answer = await one.post(`${agenda()}/items/new`, { ...fields, itemLine });

      expect(answer.status).toBe(status);
      expect(answer.text).toContain('<h1');
    });

    it('invites nobody twice to one meeting', async () => {
      await group.add({ title: 'Boende', guest: group.people.bo });
      await one.get(`${agenda()}/items/new`);

      const answer = await one.post(`${agenda()}/items/new`, { ...fields, guest: group.people.bo });

      expect(answer.text).toContain('Den inbjudna kommer redan till en annan punkt på mötet.');
      expect(answer.text).toContain('href="#guest"');
    });

    it('leads to adding an expert where the group has none', async () => {
      const adding = `/groups/${group.id}/members/new`;
      expect((await one.get(`${agenda()}/items/new`)).text).not.toContain(adding);

      await house.within(() => house.get(Leaving).leave(siv, group.id, group.people.bo));

      expect((await one.get(`${agenda()}/items/new`)).text).toContain(adding);
    });

    it('is taken up at the next meeting instead, or there as well', async () => {
      await group.add({ title: 'Bion' });
      await group.add({ title: 'Resan' });
      const [bion, resan] = [await group.itemPath('Bion'), await group.itemPath('Resan')];
      await one.get(agenda());

      await one.post(`${bion}/carry`, { way: 'move' });
      await one.post(`${resan}/carry`, { way: 'copy' });

      const [here, there] = [await group.items(1), await group.items(2)].map((items) =>
        items.map(({ title }) => title),
      );
      expect([here?.includes('Bion'), here?.includes('Resan')]).toEqual([false, true]);
      expect([there?.includes('Bion'), there?.includes('Resan')]).toEqual([true, true]);
      const twice = await one.post(`${resan}/carry`, { way: 'copy' });
      expect([twice.status, twice.text.includes('Punkten står redan i dagordningen till nästa möte.')]).toEqual([
        ...[422, true],
      ]);
    });

    it('is moved several steps at once', async () => {
      const items = await group.items();
      await one.get(agenda());

      await one.post(`${agenda()}/items/${items[0]!.id}/down`, { steps: '3' });

      expect((await group.items()).map(({ id }) => id).indexOf(items[0]!.id)).toBe(3);
    });

    it('is moved by no other number of steps than a whole one from 1 to 40', async () => {
      const items = await group.items();
      await one.get(agenda());

      for (const steps of ['abc', '-3', '0', '1.5', '41', '1e1']) {
        const answer = await one.post(`${agenda()}/items/${items[2]!.id}/down`, { steps });
        expect([steps, answer.status]).toEqual([steps, 404]);
      }
      expect((await group.items()).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    });
  });

  describe('an agenda', () => {
    it('of more items than a meeting can take is refused in words', async () => {
      const { length } = await group.items();
      for (let count = length; count < 40; count += 1) await group.add({ title: `Punkt ${String(count)}` });
      await one.get(`${agenda()}/items/new`);

      const answer = await one.post(`${agenda()}/items/new`, fields);

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Dagordningen har redan 40 punkter.');
      expect(answer.text).toContain('value="Bion"');
    });

    it('of more than a whole day says by how much, and has no hours past midnight', async () => {
      for (const title of ['Ett', 'Två']) await group.add({ title, minutes: 480 });

      const { status, text } = await one.get(agenda());

      expect(status).toBe(200);
      expect(text).toContain('960 minuter för långt');
      expect(text).toContain('efter midnatt');
      expect((await one.get(`${agenda()}/release`)).status).toBe(200);
    });

    it('tells before it is released who will see what', async () => {
      await group.add({ title: 'Boende', guest: group.people.bo, minutes: 10 });
      await group.add({ title: 'Medel', readership: { audience: 'trio', named: [] } });

      const text = spaced((await one.get(`${agenda()}/release`)).text);

      expect(text).toContain('5 personer får dagordningen. 3 av dem ser alla 13 punkter.');
      expect(text).toMatch(/Olle brukare 13 av 13 punkter alla/);
      expect(text).toMatch(/Ek Provsson läkare 13 av 13 punkter alla/);
      expect(text).toMatch(/Eva medlem i nätverket 12 av 13 punkter alla utom punkt 10/);
      expect(text).toMatch(/Bo Provsson adjungerad 1 av 13 punkter bara punkt \d+, 1[34]\.\d\d–1[34]\.\d\d/);
    });

    it('says when it was changed after it was released, until it is released again', async () => {
      await one.get(`${agenda()}/release`);
      expect((await one.post(`${agenda()}/release`)).location).toBe(agenda());
      const released = await one.get(agenda());
      expect(released.text).toContain('Dagordningen är släppt. Den går att ändra tills mötet börjar.');
      expect(released.text).toContain(`href="/groups/${group.id}/send"`);

      await group.add({ title: 'Bion' });
      expect((await one.get(agenda())).text).toContain('Dagordningen är ändrad sedan den släpptes.');
      expect((await one.get(`/groups/${group.id}/agenda`)).text).toContain('ändrad sedan den släpptes');

      await one.post(`${agenda()}/release`);
      expect((await one.get(agenda())).text).not.toContain('ändrad sedan den släpptes');
    });

    it('is not released empty', async () => {
      for (const { id } of await group.items()) {
        await one.get(agenda());
        await one.post(`${agenda()}/items/${id}/remove`, { itemVersion: '1' });
      }
      expect((await one.get(`${agenda()}/release`)).text).toContain('Dagordningen har inga punkter.');

      expect((await one.post(`${agenda()}/release`)).status).toBe(422);
    });

    it('is not changed once its meeting has begun', async () => {
      const [item] = await group.items();
      await one.get(`${agenda()}/release`);
      await one.post(`${agenda()}/release`);
      await house.within(() => house.get(AgendaLife).begin(siv, group.meeting()));
      const { text } = await one.get(agenda());
      expect(text).toContain('Mötet har börjat, så dagordningen ändras inte mer.');
      expect(text).not.toContain(`/items/${item!.id}/remove`);

      const answer = await one.post(`${agenda()}/items/${item!.id}/remove`, { itemVersion: '1' });

      expect([answer.status, await group.items()]).toMatchObject([422, { length: 11 }]);
    });
  });

  describe('a proposal', () => {
    const wait = async (words: string) => `${agenda()}/proposals/${(await group.propose(group.people.eva, words)).id}`;

    it('waits beneath the agenda, and becomes an item when it is taken up', async () => {
      const path = await wait('Ska vi åka till sjön?');
      const { text } = await one.get(agenda());
      expect(text).toContain('Ska vi åka till sjön?');
      expect(text).toContain(`href="${path}/accept"`);

      const form = await one.get(`${path}/accept`);
      expect(form.text).toContain('value="Ska vi åka till sjön?"');
      expect(form.text).toContain('value="Eget ämne"');
      expect(form.text).toContain('<option value="network" selected>');
      const accepted = await one.post(`${path}/accept`, { ...fields, itemTitle: 'Sjön', itemLeader: 'network' });

      expect(accepted.location).toBe(agenda());
      const now = spaced((await one.get(agenda())).text);
      expect(now).toContain('Sjön');
      expect(now).toContain('Föreslagen av Eva.');
      expect(now).not.toContain('Förslag som väntar på svar');
    });

    it('is declined with a word to whoever made it', async () => {
      const path = await wait('Ska vi åka till sjön?');
      expect((await one.get(`${path}/decline`)).text).toContain('Visas för Eva.');

      await one.post(`${path}/decline`, { proposalAnswer: 'Vi tar det i sommar.' });

      expect(await group.proposals()).toMatchObject([{ state: 'declined', answer: 'Vi tar det i sommar.' }]);
    });

    it('that somebody else has answered says so, and what was typed stays', async () => {
      const path = await wait('Sjön?');
      await one.get(`${path}/accept`);
      await other.get(`${path}/accept`);
      await one.post(`${path}/accept`, { ...fields, itemTitle: 'Sjön' });

      const late = await other.post(`${path}/accept`, { ...fields, itemTitle: 'Sjön igen' });

      expect(late.status).toBe(422);
      expect(late.text).toContain('Förslaget är redan besvarat av någon annan.');
      expect(late.text).toContain('value="Sjön igen"');
      expect((await group.items()).filter(({ title }) => title.startsWith('Sjön'))).toHaveLength(1);
      expect((await other.post(`${path}/decline`, { proposalAnswer: '' })).status).toBe(422);
    });

    it('is refused in words with an answer that is too long', async () => {
      const path = await wait('Sjön?');
      await one.get(`${path}/decline`);

      const answer = await one.post(`${path}/decline`, { proposalAnswer: 'a'.repeat(201) });

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('href="#proposalAnswer"');
    });

    it('is nowhere to be found on another meeting', async () => {
      const path = await wait('Sjön?');
      const elsewhere = path.replace(group.meeting(1), group.meeting(2));

      expect((await one.get(`${elsewhere}/accept`)).status).toBe(404);
    });
  });
});
