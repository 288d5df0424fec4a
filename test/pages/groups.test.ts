import type { Viewer } from '../../src/access/domain/viewer';
import { Groups } from '../../src/groups/groups.service';
import { type GroupId, idOf, type PersonId } from '../../src/kernel/identifiers';
import { Bookings } from '../../src/meetings/bookings.service';
import { Agendas } from '../../src/agendas/agendas.service';
import { GroupHouse } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { byMail } from '../support/people-builders';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { type Answered, Visitor } from '../support/visitor';

describe('the way to a group, page by page', () => {
  let served: Awaited<ReturnType<typeof GroupHouse.served>>;
  let house: GroupHouse;
  let siv: Viewer;
  let visitor: Visitor;
  let people: Record<'olle' | 'siv' | 'ek' | 'eva' | 'asa' | 'per' | 'gun', PersonId>;
  let path: string;

  beforeAll(async () => {
    served = await GroupHouse.served();
    ({ house } = served);
    siv = await aCoordinator(house.app, await anAdministrator(house.app));
    const olle = (await house.person(siv, 'Olle', { kind: 'service-user' })).id;
    people = {
      olle,
      siv: (await house.person(siv, 'Siv', byMail('siv@kommunen.example'))).id,
      ek: (await house.person(siv, 'Ek', { workTitle: 'läkare' })).id,
      eva: await house.nominated(siv, olle, 'Eva', 'yes'),
      asa: await house.nominated(siv, olle, 'Åsa', 'yes'),
      per: await house.nominated(siv, olle, 'Per', 'yes'),
      gun: await house.nominated(siv, olle, 'Gun', 'asked'),
    };
    visitor = new Visitor(served.url);
    await visitor.get('/sign-in');
    await visitor.post('/sign-in', { email: 'siv.ek@kommunen.example', password: goodPassword, next: '/groups' });
  });
  afterAll(() => served.stop());

  /** Opens a form and sends it, as a browser does. */
  const fill = async (form: string, fields: Record<string, string | string[]>, to = form): Promise<Answered> => {
    await visitor.get(form);
    return visitor.post(to, fields);
  };
  const groupOf = (where: string): GroupId => idOf<'group'>(where.split('/')[2] ?? '');
  const beginning = () => ({
    ...{ serviceUserId: people.olle, profile: 'resource-group', groupName: 'Olles lag', neutralTitle: 'Möte' },
  });

  it('shows faults at the field and keeps what was typed', async () => {
    const answer = await fill('/groups/new', { ...beginning(), groupName: 'Kvällsgänget', neutralTitle: 'Olles möte' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Rubriken nämner ”Olle”.');
    expect(answer.text).toContain('href="#neutralTitle"');
    expect(answer.text).toContain('value="Kvällsgänget"');
  });

  it('begins with whose group it is and leads to the core trio', async () => {
    const begun = await fill('/groups/new', beginning());

    path = (begun.location ?? '').replace('/new/core', '');
    expect(begun.status).toBe(303);
    expect((await visitor.get(path)).location).toBe(`${path}/new`);
  });

  it('asks for three different people in the core trio', async () => {
    const trio = { coordinatorPersonId: people.siv, doctorId: people.siv, approvedOn: '2027-02-01' };
    const answer = await fill(`${path}/new/core`, { ...trio, approvedHow: 'at-meeting' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Kärntrion är tre olika personer.');
  });

  it('does not take a yes from a day that has not been', async () => {
    const trio = { coordinatorPersonId: people.siv, doctorId: people.ek, approvedOn: '2028-02-01' };
    const answer = await fill(`${path}/new/core`, { ...trio, approvedHow: 'at-meeting' });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('dagen har inte varit än');
  });

  it('goes from the core trio to those who have answered yes', async () => {
    const trio = { coordinatorPersonId: people.siv, doctorId: people.ek, approvedOn: '2027-02-01' };

    const answer = await fill(`${path}/new/core`, { ...trio, approvedHow: 'at-meeting' });

    expect(answer.location).toBe(`${path}/new/chosen`);
  });

  it('lets only those be ticked who have the service user’s yes and their own, and says what others lack', async () => {
    const { text } = await visitor.get(`${path}/new/chosen`);

    expect([...text.matchAll(/type="checkbox" value="([^"]+)"/g)].map(([, id]) => id).sort()).toEqual(
      [people.eva, people.asa, people.per].sort(),
    );
    expect(text).toContain('Gun: är tillfrågad, men samtalet återstår.');
  });

  it('refuses somebody who is not ready even when a form says so', async () => {
    const answer = await fill(`${path}/new/chosen`, { chosen: [people.eva, people.gun] });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Gun kan inte vara med än.');
  });

  it('asks for a reason when the group is small, and is made once it has one', async () => {
    await fill(`${path}/new/chosen`, { chosen: [people.eva, people.asa] });
    const refused = await fill(`${path}/new`, {}, `${path}/new/finish`);
    expect(refused.location).toBe(`${path}/size`);
    expect((await visitor.get(`${path}/size`)).text).toContain('Gruppen är 5 personer.');

    await fill(`${path}/size`, { sizeReason: 'Olle vill börja litet.' });

    const group = await house.within(() => house.get(Groups).get(siv, groupOf(path)));
    expect([group.state, group.sizeReason]).toEqual(['forming', 'Olle vill börja litet.']);
  });

  it('takes each one’s function in the service user’s words', async () => {
    await fill(`${path}/new/chosen`, { chosen: [people.eva, people.asa, people.per] });
    const functions = { [`function-${people.eva}`]: 'ringer på morgonen', [`function-${people.asa}`]: 'går på bio' };

    const answer = await fill(`${path}/new/functions`, functions);

    expect(answer.location).toBe(`${path}/new/permissions`);
    expect((await visitor.get(`${path}/new/functions`)).text).toContain('ringer på morgonen');
  });

  it('records each permission with its text, and says who may be called', async () => {
    const answer = await fill(`${path}/members/${people.eva}/permission`, {
      ...{ consentKinds: ['take-part', 'contact'], consentHow: 'said', givenOn: '2027-02-02', until: '' },
    });
    const consents = await house.within(() => house.get(Groups).consents(siv, groupOf(path)));

    expect(answer.location).toBe(`${path}/new/permissions`);
    expect(consents.map(({ kind }) => kind).toSorted()).toEqual(['contact', 'take-part']);
    expect(consents.find(({ kind }) => kind === 'take-part')?.textShown).toContain('Jag vill vara med på mötena.');
    expect((await visitor.get(`${path}/new/permissions`)).text).toContain('kan kallas');
  });

  it('refuses a permission for nothing', async () => {
    const answer = await fill(`${path}/members/${people.eva}/permission`, {
      ...{ consentHow: 'said', givenOn: '2027-02-02', until: '' },
    });

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#consentKinds"');
  });

  it('ends in a group, which cannot be formed twice', async () => {
    const made = await fill(`${path}/new`, {}, `${path}/new/finish`);
    const page = await visitor.get(path);

    expect(made.location).toBe(path);
    expect(page.text).toContain('Olles lag');
    expect(page.text.indexOf('brukare')).toBeLessThan(page.text.indexOf('medlem i nätverket'));
    expect((await visitor.post(`${path}/new/finish`)).status).toBe(422);
  });

  it('takes back a permission at once', async () => {
    await fill(
      `${path}/members/${people.eva}`,
      { consentKind: 'contact' },
      `${path}/members/${people.eva}/permission/withdraw`,
    );

    const standing = await house.within(() =>
      house.get(Groups).standing(siv.organisationId, groupOf(path), people.eva),
    );
    expect(standing).toMatchObject({ contact: false, takePart: true });
  });

  it('asks before somebody leaves, and then they are gone from the table', async () => {
    await fill(`${path}/members/${people.per}/leave`, {});

    expect((await visitor.get(path)).text).not.toContain(`/members/${people.per}"`);
    expect((await visitor.get(`${path}/members/${people.per}`)).text).toContain('har lämnat gruppen');
  });

  it('brings in an adjunct whom the service user has said yes to', async () => {
    const { id } = await house.person(siv, 'Hans');
    const newcomer = { newMemberId: id, memberPart: 'adjunct', functionInGroup: 'arbete', sizeReason: '' };

    const refused = await fill(`${path}/members/new`, { ...newcomer, approvedOn: '', approvedHow: '' });
    const added = await fill(`${path}/members/new`, { ...newcomer, approvedOn: '2027-02-02', approvedHow: 'by-phone' });

    expect(refused.status).toBe(422);
    expect(added.location).toBe(`${path}/members/${id}/permission`);
  });

  it.each(['/groups/not-an-id', '/groups/00000000-0000-4000-8000-000000000000', '/meetings/x/agenda'])(
    'answers 404 to %s',
    async (address) => {
      expect((await visitor.get(address)).status).toBe(404);
    },
  );

  describe('agendas', () => {
    let agenda: string;
    const itemsOf = async (): Promise<string[]> => {
      const id = idOf<'meeting'>(agenda.split('/')[2] ?? '');
      const found = await house.within(() => house.get(Agendas).get(siv, id));
      return found.agenda.items.map((item) => item.id);
    };
    const content = {
      ...{ itemTitle: 'Bion', neutralTitle: 'Att göra', itemLeader: 'service-user', itemMinutes: '12' },
      ...{ itemLine: 'Vem som följer med.', itemEasy: 'Vem går på bio?', audience: 'circle' },
    };

    beforeAll(async () => {
      const bookings = [aBooking({ number: 1 }), aBooking({ number: 2, day: aDay('2027-05-12') })];
      const [, second] = await house.within(() => house.get(Bookings).book(siv, groupOf(path), bookings));
      agenda = `/meetings/${second!.id}/agenda`;
    });

    it('are listed for the group, each against its meeting', async () => {
      const { text } = await visitor.get(`${path}/agenda`);

      expect(text).toContain('onsdag 12 maj 2027');
      expect(text).toContain('ryms precis');
    });

    it('say in words how many minutes are too many', async () => {
      const added = await fill(`${agenda}/items/new`, content, `${agenda}/items/new`);

      expect(added.location).toBe(agenda);
      expect((await visitor.get(agenda)).text).toContain('12 minuter för långt');
    });

    it('refuse an item whose neutral title tells, and keep what was typed', async () => {
      const answer = await fill(`${agenda}/items/new`, { ...content, neutralTitle: 'Ny medicin' });

      expect(answer.status).toBe(422);
      expect(answer.text).toContain('”medicin” får inte stå i öppna mejl.');
      expect(answer.text).toContain('value="Bion"');
    });

    it.each(['0', '-5', '999', 'tio', '1.5'])('refuse an item of %s minutes', async (itemMinutes) => {
      expect((await fill(`${agenda}/items/new`, { ...content, itemMinutes })).status).toBe(422);
    });

    it('are put in order by buttons', async () => {
      const [first, second] = await itemsOf();
      await visitor.get(agenda);

      await visitor.post(`${agenda}/items/${second!}/up`);
      expect((await itemsOf()).slice(0, 2)).toEqual([second, first]);
      const moved = await visitor.post(`${agenda}/items/${second!}/down`);
      expect((await itemsOf()).slice(0, 2)).toEqual([first, second]);
      expect(moved.location).toBe(`${agenda}#item-${second!}`);
    });

    it('lose an item that is removed', async () => {
      const before = await itemsOf();
      await visitor.get(agenda);

      await visitor.post(`${agenda}/items/${before.at(-1)!}/remove`, { itemVersion: '1' });

      expect(await itemsOf()).toEqual(before.slice(0, -1));
    });
  });

  it('speaks English too', async () => {
    await visitor.get(path);
    await visitor.post('/language/en', { back: path });

    expect((await visitor.get(path)).text).toContain('network member');
  });
});
