import type { Viewer } from '../../src/access/domain/viewer';
import { AgendaEdits } from '../../src/agendas/agenda-edits.service';
import { AgendaReleases } from '../../src/agendas/agenda-releases.service';
import { Agendas } from '../../src/agendas/agendas.service';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { GroupForming } from '../../src/groups/group-forming.service';
import { Membership } from '../../src/groups/membership.service';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Booking } from '../../src/meetings/domain/meeting';
import { Meetings } from '../../src/meetings/meetings.service';
import type { Database } from '../../src/platform/database/database';
import { onEachDatabase } from '../support/databases';
import { GroupHouse, groupTables } from '../support/group-house';
import { aDay, anId } from '../support/groups-builders';
import { aBooking, anItemContent } from '../support/meetings-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';
import { withProtectedIdentity } from '../support/people-builders';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;

onEachDatabase((_, open) => {
  let database: Database;
  let house: GroupHouse;
  let ada: Viewer;
  let siv: Viewer;

  beforeAll(async () => {
    ({ database } = await open(groupTables));
    house = await GroupHouse.on(database);
    ada = await anAdministrator(house.app);
    siv = await aCoordinator(house.app, ada);
  });
  afterAll(() => house.close());

  async function aGroupOfThree(doctor?: ResourceGroup): Promise<ResourceGroup> {
    const { id: serviceUserId } = await house.person(siv, 'Olle', { kind: 'service-user' });
    const coordinatorPersonId = (await house.person(siv, 'Siv')).id;
    const doctorId = doctor?.inPart('doctor')?.personId ?? (await house.person(siv, 'Ek')).id;
    return house.within(() =>
      house.get(GroupForming).create(siv, {
        ...{ serviceUserId, profile: 'resource-group', name: 'Laget', neutralTitle: 'Möte', network: [] },
        core: { coordinatorPersonId, doctorId, approval },
        sizeReason: 'Olle vill börja litet.',
      }),
    );
  }
  const book = (group: ResourceGroup, ...bookings: Partial<Booking>[]) =>
    house.within(() => house.get(Bookings).book(siv, group.id, bookings.map(aBooking)));
  const agendaOf = async (group: ResourceGroup, number: number) => {
    const all = await house.within(() => house.get(Agendas).ofGroup(siv, group.id));
    return all.find(({ meeting }) => meeting.number === number)!;
  };

  describe('booked meetings', () => {
    it('come back as they were booked, with the place sealed', async () => {
      const group = await aGroupOfThree();
      const booked = await book(group, { number: 1, place: 'Gröna huset' }, { number: 2, day: aDay('2027-05-12') });

      expect(await house.within(() => house.get(Meetings).of(siv, group.id))).toEqual(booked);
      const rows: unknown = await house.within(() => database.manager().query('SELECT place FROM meeting'));
      expect(JSON.stringify(rows)).not.toContain('Gröna');
    });

    it('are not there for a colleague who is not assigned to the group', async () => {
      const [meeting] = await book(await aGroupOfThree(), { number: 1 });
      const colleague = await aCoordinator(house.app, ada, 'Ulf Berg');

      await expect(house.within(() => house.get(Meetings).get(colleague, meeting!.id))).rejects.toThrow('notFound');
      await expect(house.within(() => house.get(Agendas).get(colleague, meeting!.id))).rejects.toThrow('notFound');
    });

    it('are never at home when somebody has a protected identity, seen by the one who books or not', async () => {
      const group = await aGroupOfThree();
      const guarded = await house.person(siv, 'Kim', withProtectedIdentity);
      const newcomer = { personId: guarded.id, part: 'network', functionInGroup: '', approval } as const;
      await house.within(() => house.get(Membership).addMember(siv, group.id, newcomer));

      await expect(book(group, { form: 'home' })).rejects.toThrow('homeWithProtectedIdentity');
    });

    it('become called once, and then the plan goes round them', async () => {
      const group = await aGroupOfThree();
      const [first] = await book(group, { number: 1 }, { number: 2 });
      await house.within(() => house.get(Bookings).called(siv, group.id, [first!.id]));

      await book(group, { number: 2, day: aDay('2027-06-02') });

      const now = await house.within(() => house.get(Meetings).of(siv, group.id));
      expect(now.map(({ number, state, day }) => [number, state, day.iso])).toEqual([
        [1, 'called', '2027-04-14'],
        [2, 'planned', '2027-06-02'],
      ]);
    });

    it('take people’s time over all groups, without telling which', async () => {
      const group = await aGroupOfThree();
      const other = await aGroupOfThree(group);
      const doctor = group.inPart('doctor')!.personId;
      await book(group, { number: 1, day: aDay('2027-09-01'), start: TimeOfDay.of('09:00') });
      await book(other, { number: 1, day: aDay('2027-09-02') }, { number: 2, day: aDay('2027-12-01') });
      const autumn = { from: aDay('2027-09-01'), to: aDay('2027-09-30') };
      const busy = (within: object, organisation = siv.organisationId) =>
        house.within(() => house.get(Meetings).busyOf(organisation, [doctor], { ...autumn, ...within }));

      const times = (await busy({})).map((taken) => ({ ...taken, start: String(taken.start), end: String(taken.end) }));

      expect(times.toSorted((a, b) => a.day.iso.localeCompare(b.day.iso))).toEqual([
        { personId: doctor, day: aDay('2027-09-01'), start: '09:00', end: '10:00', isAtHome: false },
        { personId: doctor, day: aDay('2027-09-02'), start: '13:00', end: '14:00', isAtHome: false },
      ]);
      expect(await busy({ except: [group.id] })).toHaveLength(1);
      expect(await busy({}, anId())).toEqual([]);
    });
  });

  describe('agendas', () => {
    it('come with the meetings: the first has its own, the others follow up, in the service user’s language', async () => {
      const group = await aGroupOfThree();
      await book(group, { number: 1 }, { number: 2, minutes: 90 });

      const [first, second] = [await agendaOf(group, 1), await agendaOf(group, 2)];

      expect(first.agenda.items.map((item) => item.title)).toContain('Vilka vi är för varandra');
      expect(second.agenda.items).toHaveLength(12);
      expect([first.agenda.minutes, second.agenda.minutes]).toEqual([60, 90]);
    });

    it('stay with meetings that are planned anew, and go with meetings that are dropped', async () => {
      const group = await aGroupOfThree();
      const [, second] = await book(group, { number: 1 }, { number: 2 });
      const { agenda } = await agendaOf(group, 1);
      await house.within(() => house.get(AgendaEdits).remove(siv, agenda.meetingId, agenda.items[0]!));

      await book(group, { number: 1, day: aDay('2027-04-21') });

      expect((await agendaOf(group, 1)).agenda.items).toHaveLength(10);
      expect(await house.within(() => house.get(Agendas).released(siv.organisationId, second!.id))).toBeNull();
      await expect(house.within(() => house.get(Agendas).get(siv, second!.id))).rejects.toThrow('notFound');
    });

    it('keep the order they are moved into', async () => {
      const group = await aGroupOfThree();
      await book(group, { number: 1 });
      const { agenda } = await agendaOf(group, 1);
      const [welcome, introductions] = agenda.items;

      await house.within(() =>
        house.get(AgendaEdits).move(siv, agenda.meetingId, introductions!.id, { direction: 'up', steps: 1 }),
      );

      const now = (await agendaOf(group, 1)).agenda.items;
      expect(now.slice(0, 2).map((item) => item.id)).toEqual([introductions!.id, welcome!.id]);
    });

    it('refuse a neutral title that names somebody in the group', async () => {
      const group = await aGroupOfThree();
      const [meeting] = await book(group, { number: 1 });

      const add = house.within(() =>
        house.get(AgendaEdits).add(siv, meeting!.id, anItemContent({ neutralTitle: 'Olle berättar' })),
      );

      await expect(add).rejects.toThrow('titleWithName');
    });

    it('are copied to the other follow-ups, not to the first', async () => {
      const group = await aGroupOfThree();
      await book(group, { number: 1 }, { number: 2 }, { number: 3, minutes: 90 });
      const { meeting } = await agendaOf(group, 2);
      await house.within(() => house.get(AgendaEdits).add(siv, meeting.id, anItemContent({ title: 'Bio' })));

      await house.within(() => house.get(AgendaEdits).copyToAll(siv, group.id, meeting.id));

      const third = (await agendaOf(group, 3)).agenda;
      expect(third.items.map((item) => item.title)).toContain('Bio');
      expect(third.minutes).toBe(90);
      expect((await agendaOf(group, 1)).agenda.items.map((item) => item.title)).not.toContain('Bio');
    });

    it('go out as they were released, and stay so however they are changed afterwards', async () => {
      const group = await aGroupOfThree();
      const [meeting] = await book(group, { number: 1 }, { number: 2 });
      const before = await house.within(() => house.get(Agendas).released(siv.organisationId, meeting!.id));

      await house.within(() => house.get(AgendaReleases).release(siv, meeting!.id));
      const others = await house.within(() => house.get(AgendaReleases).releaseAll(siv, group.id));

      const released = await house.within(() => house.get(Agendas).released(siv.organisationId, meeting!.id));
      await house.within(() => house.get(AgendaEdits).add(siv, meeting!.id, anItemContent()));
      const after = await house.within(() => house.get(Agendas).get(siv, meeting!.id));
      expect([before, released?.lines.length, others.length]).toEqual([null, 11, 1]);
      expect([after.agenda.items.length, after.released]).toEqual([12, released]);
    });
  });
});
