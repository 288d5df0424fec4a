import { Assignments } from '../../src/access/assignments.service';
import type { Viewer } from '../../src/access/domain/viewer';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { CoordinatorAccess } from '../../src/access/coordinator-access.service';
import { Groups } from '../../src/groups/groups.service';
import type { HandoverTerms } from '../../src/groups/handing-over.service';
import { groupSchema } from '../../src/groups/store/groups.schemas';
import { Membership } from '../../src/groups/membership.service';
import { HandoverSending } from '../../src/invitations/handover-sending.service';
import { Handovers } from '../../src/invitations/handovers.service';
import { InvitationRepository } from '../../src/invitations/invitation.repository';
import { LinksRepository } from '../../src/invitations/links.repository';
import { Sending } from '../../src/invitations/sending.service';
import type { GroupId, PersonId } from '../../src/kernel/identifiers';
import type { Delivery } from '../../src/outbox/domain/delivery';
import { KeptMessages } from '../../src/outbox/kept-messages.service';
import { PeopleInTransit } from '../../src/people/people-in-transit.service';
import type { Database } from '../../src/platform/database/database';
import { CalledGroup, CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { manyGroups } from '../support/many-groups';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

const approval = { on: aDay('2027-02-20'), how: 'by-phone' } as const;
const days = ['2027-04-14', '2027-05-12'];

onEachDatabase((_, open) => {
  let database: Database;
  let house: CallsHouse;
  let ada: Viewer;
  let siv: Viewer;
  let mia: Viewer;

  let number = 0;

  beforeAll(async () => {
    ({ database } = await open(callTables));
    house = await CallsHouse.on(database);
    ada = await anAdministrator(house.app);
  });
  beforeEach(async () => {
    number += 1;
    siv = await aCoordinator(house.app, ada, `Siv E${'k'.repeat(number)}`);
    mia = await aCoordinator(house.app, ada, `Mia Ro${'s'.repeat(number)}`);
  });
  afterAll(() => house.close());

  const own = (viewer: Viewer): Promise<PersonId> =>
    house.within(async () => (await house.get(PeopleInTransit).own(viewer)).id);
  const terms = (groupIds: readonly GroupId[], given: Partial<HandoverTerms> = {}): HandoverTerms => ({
    from: siv.userId,
    to: mia.userId,
    groupIds,
    approval,
    ...given,
  });
  const handOver = (by: Viewer, given: HandoverTerms): Promise<void> =>
    house.within(() => house.get(Handovers).handOver(by, given));
  const put = async (groupIds: readonly GroupId[]): Promise<readonly Delivery[]> => {
    const { organisationId } = siv;
    const all = groupIds.map((id) => house.within(() => house.get(KeptMessages).ofGroup(organisationId, id)));
    return (await Promise.all(all)).flat();
  };
  const uids = async (groupIds: readonly GroupId[], without: PersonId): Promise<readonly string[]> => {
    const repository = house.app.get<InvitationRepository>(InvitationRepository, { strict: false });
    const all = groupIds.map((id) => house.within(() => repository.ofGroup(siv.organisationId, id)));
    return (await Promise.all(all))
      .flat()
      .filter(({ personId }) => personId !== without)
      .map(({ uid }) => uid)
      .sort();
  };
  const logged = async (action: string, id: GroupId) => {
    const all = await house.within(() => database.repository(accessLogSchema).findBy({ action }));
    return all.filter(({ subjects }) => subjects.includes(id));
  };

  it('hands thirty groups of eight over: nothing cancelled, no new UID, one message to each who stays', async () => {
    const ids = await manyGroups(house, siv, { count: 30, days });
    const [miasOwn, sivsOwn] = [await own(mia), await own(siv)];
    const [before, namesBefore] = [await put(ids), await uids(ids, miasOwn)];
    const effect = await house.within(() => house.get(Handovers).effect(siv, terms(ids)));

    await handOver(siv, terms(ids));

    const fresh = (await put(ids)).filter(({ message }) => !before.some((one) => one.message.id === message.id));
    const to = (personId: PersonId) => fresh.filter(({ message }) => message.personId === personId);
    const staying = fresh.filter(({ message }) => ![miasOwn, sivsOwn].includes(message.personId));
    expect(staying.map(({ message }) => message.kind)).toEqual(Array(181).fill('handover'));
    expect(new Set(staying.map(({ message }) => message.personId)).size).toBe(181);
    expect(effect).toMatchObject({ groups: 30, waiting: 0, told: { email: 151, letter: 30, phone: 0 } });
    expect(to(sivsOwn).map(({ message }) => message.kind)).toEqual(Array(60).fill('cancellation'));
    expect(to(miasOwn).filter(({ message }) => message.kind === 'invitation')).toHaveLength(60);
    expect(await uids(ids, miasOwn)).toEqual(namesBefore);
  }, 120_000);

  describe('of one group', () => {
    let id: GroupId;
    let olle: PersonId;
    let eva: PersonId;

    beforeEach(async () => {
      [id] = (await manyGroups(house, siv, { count: 1, days })) as [GroupId];
      const { serviceUserId, members } = await house.within(() => house.get(Groups).get(siv, id));
      [olle, eva] = [serviceUserId, members.find(({ part }) => part === 'network')!.personId];
    });
    const links = () => {
      const repository = house.app.get<LinksRepository>(LinksRepository, { strict: false });
      return house.within(() => repository.livingIn(siv.organisationId, id));
    };
    const state = async () => ({
      group: await house.within(() => house.get(Groups).ofOrganisation(siv.organisationId, id)),
      put: (await put([id])).length,
      links: (await links()).map(({ personId, shown }) => [personId, shown.caller.firstName]),
      seen: await house.within(() => house.get(Assignments).subjects(mia, 'group')),
      log: (await logged('group.handed-over', id)).length,
    });

    it('shows the new caller on every living link, and the old coordinator has none', async () => {
      await handOver(siv, terms([id]));

      const shown = await links();
      expect(shown.map(({ shown: { caller } }) => caller.firstName)).toEqual(Array(8).fill('Mia'));
      expect(shown.some(({ personId }) => personId === olle)).toBe(true);
      const [old, fresh] = [await own(siv), await own(mia)];
      expect(shown.map(({ personId }) => personId)).toEqual(expect.arrayContaining([eva, fresh]));
      expect(shown.some(({ personId }) => personId === old)).toBe(false);
    });

    it('is not there for the old coordinator any more, nor the people she has in no other group', async () => {
      await handOver(siv, terms([id]));

      const people = (viewer: Viewer) => house.within(() => house.get(Assignments).subjects(viewer, 'person'));
      await expect(house.within(() => house.get(Groups).get(siv, id))).rejects.toThrow('notFound');
      expect((await house.within(() => house.get(Groups).get(mia, id))).inPart('coordinator')?.personId).toBe(
        await own(mia),
      );
      expect([(await people(siv)).has(eva), (await people(mia)).has(eva)]).toEqual([false, true]);
    });

    it('leaves the old coordinator whom she also has in another group', async () => {
      const [other] = (await manyGroups(house, siv, { count: 1, days })) as [GroupId];
      const newcomer = { personId: olle, part: 'network', functionInGroup: '', approval } as const;
      await house.within(() => house.get(Membership).addMember(siv, other, newcomer));

      await handOver(siv, terms([id]));

      const seen = await house.within(() => house.get(Assignments).subjects(siv, 'person'));
      expect([seen.has(olle), seen.has(eva)]).toEqual([true, false]);
      expect((await house.within(() => house.get(Groups).list(siv))).map(({ id }) => id)).toEqual([other]);
    });

    it('is written down with who did it, with ids only, and with the yes of both', async () => {
      await handOver(siv, terms([id]));

      const [old, fresh] = [await own(siv), await own(mia)];
      expect(await logged('group.handed-over', id)).toMatchObject([
        { userId: siv.userId, aboutId: olle, subjects: [id, old, fresh] },
      ]);
      expect(await logged('handover.sent', id)).toMatchObject([{ userId: siv.userId, role: 'coordinator' }]);
      const read = await house.within(() => house.get(Groups).get(mia, id));
      expect(read.memberOf(fresh)?.approval).toEqual(approval);
      const consents = await house.within(() => house.get(Groups).consents(mia, id));
      const given = consents.filter(({ personId }) => personId === fresh);
      expect(given.map(({ kind }) => kind).sort()).toEqual(['contact', 'take-part']);
      for (const consent of given)
        expect(consent).toMatchObject({ how: 'said', givenOn: approval.on, recordedBy: siv.userId });
    });

    it('can be done by an administrator for a coordinator who was stopped', async () => {
      await house.within(() => house.get(CoordinatorAccess).stop(ada, siv.userId));

      await handOver(ada, terms([id]));

      expect(await logged('group.handed-over', id)).toMatchObject([{ userId: ada.userId, role: 'administrator' }]);
      expect((await links()).every(({ shown }) => shown.caller.firstName === 'Mia')).toBe(true);
    });

    it('leaves nothing to send for the new coordinator', async () => {
      await handOver(siv, terms([id]));

      await expect(house.send(mia, id)).rejects.toThrow('nothingLeftToSend');
    });

    it('sends nothing when something else waits, and the new coordinator sends all of it', async () => {
      await house.book(siv, id, [{ number: 3, day: aDay('2027-06-16'), target: aDay('2027-06-16') }]);
      const before = (await put([id])).length;
      const effect = await house.within(() => house.get(Handovers).effect(siv, terms([id])));

      await handOver(siv, terms([id]));

      expect(effect).toMatchObject({ groups: 1, waiting: 1, told: { email: 0 } });
      expect(await put([id])).toHaveLength(before);
      const { lines } = await house.within(() => house.get(Sending).prepare(mia, id));
      const old = await own(siv);
      expect(lines.find(({ line }) => line.person.personId === old)?.mails.map(({ message }) => message.kind)).toEqual([
        'cancellation',
        'cancellation',
      ]);
    });

    it('waits in a group where a name may not be told, and nobody’s page names the new caller yet', async () => {
      await house.within(() => database.repository(groupSchema).update({ id }, { neutralTitle: 'Kim och vi' }));
      const effect = await house.within(() => house.get(Handovers).effect(siv, terms([id])));

      await handOver(siv, terms([id]));

      expect(effect).toMatchObject({ waiting: 1, told: { email: 0 } });
      expect(new Set((await links()).map(({ shown }) => shown.caller.firstName))).toEqual(new Set(['Siv']));
    });

    it('changes nothing when its effect is looked at', async () => {
      const before = await state();

      await house.within(() => house.get(Handovers).effect(siv, terms([id])));

      expect(await state()).toEqual(before);
      expect(await logged('handover.weighed', id)).toMatchObject([{ userId: siv.userId, subjects: [id] }]);
    });

    it('comes back to the first coordinator as it went', async () => {
      await handOver(siv, terms([id]));
      await handOver(mia, terms([id], { from: mia.userId, to: siv.userId }));

      const read = await house.within(() => house.get(Groups).get(siv, id));
      expect(read.inPart('coordinator')?.personId).toBe(await own(siv));
      expect((await links()).every(({ shown }) => shown.caller.firstName === 'Siv')).toBe(true);
    });

    const elsewhere = async () => (await CalledGroup.in(house, 'Ulla Ek')).viewer.userId;
    const stopped = async () => {
      await house.within(() => house.get(CoordinatorAccess).stop(ada, mia.userId));
      return mia.userId;
    };

    it.each<[string, () => Promise<Partial<HandoverTerms>>, string]>([
      ['herself', () => Promise.resolve({ to: siv.userId }), 'handoverToOneself'],
      ['somebody of another organisation', async () => ({ to: await elsewhere() }), 'noSuchSuccessor'],
      ['somebody who was stopped', async () => ({ to: await stopped() }), 'noSuchSuccessor'],
      ['nobody’s group', () => Promise.resolve({ groupIds: [] }), 'nothingToHandOver'],
      ['another’s groups', () => Promise.resolve({ from: mia.userId, to: siv.userId }), 'notFound'],
      ['before the yes', () => Promise.resolve({ approval: { ...approval, on: aDay('2027-12-01') } }), 'dayIsAhead'],
      ['one group that is not hers', async () => ({ groupIds: [id, await notHers()] }), 'notFound'],
    ])('refuses %s, and nothing has changed', async (_what, given, code) => {
      const own = terms([id], await given());
      const before = await state();

      await expect(handOver(siv, own)).rejects.toThrow(code);

      expect(await state()).toEqual(before);
    });

    it('undoes every group when the last of the messages cannot be put', async () => {
      const before = await state();
      jest.spyOn(house.get(HandoverSending), 'send').mockRejectedValueOnce(new Error('The line broke.'));

      await expect(handOver(siv, terms([id]))).rejects.toThrow('The line broke.');

      expect(await state()).toEqual(before);
    });

    const notHers = async (): Promise<GroupId> => (await CalledGroup.in(house, 'Per Alm')).id;
  });
});
