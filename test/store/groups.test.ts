import type { Viewer } from '../../src/access/domain/viewer';
import { AuditLog } from '../../src/audit/audit-log.service';
import { Consents } from '../../src/groups/consents.service';
import { ConsentWithdrawn } from '../../src/groups/domain/consent-withdrawn';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { GroupForming, type WholeGroup } from '../../src/groups/group-forming.service';
import { Groups } from '../../src/groups/groups.service';
import { Leaving } from '../../src/groups/leaving.service';
import { Membership } from '../../src/groups/membership.service';
import type { PersonId } from '../../src/kernel/identifiers';
import type { Database } from '../../src/platform/database/database';
import { Facts } from '../../src/platform/facts';
import { Nominations } from '../../src/sociogram/nominations.service';
import { onEachDatabase } from '../support/databases';
import { GroupHouse, groupTables } from '../support/group-house';
import { aDay, anId } from '../support/groups-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;

onEachDatabase((_, open) => {
  let database: Database;
  let house: GroupHouse;
  let ada: Viewer;
  let siv: Viewer;
  let olle: PersonId;
  let core: WholeGroup['core'];
  let friends: PersonId[];
  let group: ResourceGroup;

  const whole = (changes: Partial<WholeGroup> = {}): WholeGroup => ({
    serviceUserId: olle,
    profile: 'resource-group',
    name: 'Olles lag',
    neutralTitle: 'Möte',
    core,
    network: friends.map((personId) => ({ personId, functionInGroup: 'går på bio' })),
    ...changes,
  });
  const create = (viewer: Viewer, given: WholeGroup) =>
    house.within(() => house.get(GroupForming).create(viewer, given));

  beforeAll(async () => {
    ({ database } = await open(groupTables));
    house = await GroupHouse.on(database);
    ada = await anAdministrator(house.app);
    siv = await aCoordinator(house.app, ada);
    olle = (await house.person(siv, 'Olle', { kind: 'service-user' })).id;
    const coordinator = await house.person(siv, 'Siv');
    const doctor = await house.person(siv, 'Ek', { workTitle: 'läkare' });
    core = { coordinatorPersonId: coordinator.id, doctorId: doctor.id, approval };
    friends = [];
    for (const name of ['Eva', 'Åsa', 'Per']) friends.push(await house.nominated(siv, olle, name, 'yes'));
    group = await create(siv, whole());
  });
  afterAll(() => house.close());

  describe('a group that is made', () => {
    it('comes back as it was saved, the core trio first', async () => {
      const read = await house.within(() => house.get(Groups).get(siv, group.id));

      expect(read).toEqual(group);
      expect(read.present.map((member) => member.part)).toEqual([
        ...['service-user', 'coordinator', 'doctor'],
        ...['network', 'network', 'network'],
      ]);
    });

    it('takes each nominated person’s approval and talk from the nominations, which hear that they are in', async () => {
      const member = group.memberOf(friends[0]!);
      const nominated = await house.within(() => house.get(Nominations).nominatedPersons(siv, olle));

      expect(member?.approval).toEqual(approval);
      expect(member?.talkedOn).toEqual(aDay('2027-02-01'));
      expect(nominated.map(({ state }) => state)).toEqual(['in-the-group', 'in-the-group', 'in-the-group']);
    });

    it('seals what is said about people', async () => {
      const rows: unknown = await database.transaction(() =>
        database.manager().query('SELECT function_in_group, part FROM member'),
      );

      expect(JSON.stringify(rows)).not.toContain('bio');
    });

    it('is not there for a colleague who is not assigned, nor for another organisation', async () => {
      const colleague = await aCoordinator(house.app, ada, 'Ulf Berg');
      const elsewhere = await anAdministrator(house.app, 'Bo Dahl');
      const stranger = await aCoordinator(house.app, elsewhere, 'Tor Lund');

      for (const viewer of [colleague, stranger]) {
        await expect(house.within(() => house.get(Groups).get(viewer, group.id))).rejects.toThrow('notFound');
        await expect(house.within(() => house.get(Groups).consents(viewer, group.id))).rejects.toThrow('notFound');
        expect(await house.within(() => house.get(Groups).list(viewer))).toEqual([]);
        await expect(
          house.within(() => house.get(Membership).giveSizeReason(viewer, group.id, 'Mitt skäl.')),
        ).rejects.toThrow('notFound');
      }
    });

    it('leaves the access log whole', async () => {
      expect(await house.within(() => house.get(AuditLog).verify(siv.organisationId))).toMatchObject({ kind: 'holds' });
    });
  });

  describe('forming a group', () => {
    it('refuses a service user the coordinator may not see, as if they did not exist', async () => {
      const colleague = await aCoordinator(house.app, ada, 'Kim Al');

      await expect(create(colleague, whole())).rejects.toThrow('notFound');
    });

    it('refuses somebody who has not answered yes, and leaves nothing half-written', async () => {
      const before = (await house.within(() => house.get(Groups).list(siv))).length;
      const asked = await house.nominated(siv, olle, 'Gun', 'asked');

      const attempt = create(siv, whole({ network: [{ personId: asked, functionInGroup: '' }] }));

      await expect(attempt).rejects.toThrow('candidateNotReady');
      expect(await house.within(() => house.get(Groups).list(siv))).toHaveLength(before);
    });

    it('asks a group of three for a reason, and makes it when it has one', async () => {
      const alone = (await house.person(siv, 'Maja', { kind: 'service-user' })).id;
      const three = whole({ serviceUserId: alone, network: [], name: 'Majas lag' });

      await expect(create(siv, three)).rejects.toThrow('groupOutsideGuidance');
      expect((await create(siv, { ...three, sizeReason: 'Maja vill börja litet.' })).state).toBe('active');
    });

    it('refuses a neutral title that tells who it is about', async () => {
      await expect(create(siv, whole({ neutralTitle: 'Olles möte' }))).rejects.toThrow('titleWithName');
      await expect(create(siv, whole({ neutralTitle: 'Psykteam' }))).rejects.toThrow('titleWithListedWord');
    });
  });

  describe('who may be called', () => {
    const standing = (personId: PersonId) =>
      house.within(() => house.get(Groups).standing(siv.organisationId, group.id, personId));
    const record = (personId: PersonId, kind: 'contact' | 'take-part') =>
      house.within(() =>
        house.get(Consents).record(siv, group.id, {
          ...{ personId, kind, textShown: 'Jag vill vara med.', how: 'said', givenOn: aDay('2027-02-02'), until: null },
        }),
      );

    it('is told without a viewer, at the moment of sending', async () => {
      const [eva] = friends;
      await record(eva!, 'take-part');
      await record(eva!, 'contact');

      expect(await standing(eva!)).toEqual({ member: true, approved: true, contact: true, takePart: true });
      expect(await standing(anId())).toEqual({ member: false, approved: false, contact: false, takePart: false });
    });

    it('ends the moment a yes is taken back, and the fact is told', async () => {
      const told: ConsentWithdrawn[] = [];
      house.get(Facts).on(ConsentWithdrawn, (fact) => Promise.resolve(void told.push(fact)));
      const [, asa] = friends;
      await record(asa!, 'take-part');
      await record(asa!, 'contact');

      await house.within(() => house.get(Consents).withdraw(siv, group.id, { personId: asa!, kind: 'contact' }));

      expect(await standing(asa!)).toMatchObject({ contact: false, takePart: true });
      expect(told).toEqual([new ConsentWithdrawn(siv.organisationId, group.id, asa!, 'contact')]);
    });

    it('is not somebody outside the organisation that asks', async () => {
      const elsewhere = await house.within(() => house.get(Groups).standing(anId(), group.id, friends[0]!));

      expect(elsewhere.member).toBe(false);
    });

    it('does not take a consent from a day that has not been', async () => {
      const ahead = { personId: friends[0]!, kind: 'contact', textShown: 'Ja.', how: 'said', until: null } as const;

      await expect(
        house.within(() => house.get(Consents).record(siv, group.id, { ...ahead, givenOn: aDay('2027-03-02') })),
      ).rejects.toThrow('dayIsAhead');
    });
  });

  describe('members', () => {
    it('are added with the service user’s yes, and an adjunct changes no count', async () => {
      const { id: personId } = await house.person(siv, 'Hans');
      const newcomer = { personId, part: 'adjunct', functionInGroup: 'arbete', approval } as const;

      const grown = await house.within(() => house.get(Membership).addMember(siv, group.id, newcomer));

      expect(grown.inPart('adjunct')?.isApproved).toBe(true);
      expect(grown.counted).toHaveLength(6);
      await expect(house.within(() => house.get(Membership).addMember(siv, group.id, newcomer))).rejects.toThrow(
        'alreadyInTheGroup',
      );
    });

    it('who leave are left in the nominations too, and their time is no longer the group’s', async () => {
      const per = friends[2]!;

      await house.within(() => house.get(Leaving).leave(siv, group.id, per));

      const nominated = await house.within(() => house.get(Nominations).nominatedPersons(siv, olle));
      expect(nominated.find(({ personId }) => personId === per)?.state).toBe('left');
      expect(await house.within(() => house.get(Groups).groupsOf(siv.organisationId, [per]))).toEqual([]);
      expect(await house.within(() => house.get(Groups).groupsOf(anId(), friends))).toEqual([]);
    });
  });
});
