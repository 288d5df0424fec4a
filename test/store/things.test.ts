import type { Viewer } from '../../src/access/domain/viewer';
import { Availability } from '../../src/availability/availability.service';
import { OrganisationCalendar } from '../../src/availability/organisation-calendar.service';
import { OwnDaysNotes } from '../../src/availability/own-days-notes.service';
import type { Thing } from '../../src/availability/domain/thing';
import { Things } from '../../src/availability/things.service';
import { TravelNotes } from '../../src/availability/travel-notes.service';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import type { PersonId } from '../../src/kernel/identifiers';
import { Bookings } from '../../src/meetings/bookings.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { onEachDatabase } from '../support/databases';
import { GroupHouse, groupTables } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

const period = { from: aDay('2027-04-01'), until: aDay('2027-04-30') };

onEachDatabase((_, open) => {
  describe('what an organisation knows of its days, rooms and ways', () => {
    let house: GroupHouse;
    let ada: Viewer;
    let siv: Viewer;
    let foreign: Viewer;
    let doctor: PersonId;
    let olles: ResourceGroup;
    let kims: ResourceGroup;

    beforeAll(async () => {
      house = await GroupHouse.on((await open(groupTables)).database);
      ada = await anAdministrator(house.app);
      siv = await aCoordinator(house.app, ada);
      foreign = await anAdministrator(house.app, 'Bo Dahl');
      doctor = (await house.person(siv, 'Åsa')).id;
      [olles, kims] = [await groupOf('Olle'), await groupOf('Kim')];
    });
    afterAll(() => house.close());

    async function groupOf(name: string): Promise<ResourceGroup> {
      const { id: serviceUserId } = await house.person(siv, name, { kind: 'service-user' });
      const coordinatorPersonId = (await house.person(siv, 'Siv')).id;
      const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
      return house.within(() =>
        house.get(GroupForming).create(siv, {
          ...{ serviceUserId, profile: 'resource-group', name: `${name}s lag`, neutralTitle: 'Möte', network: [] },
          core: { coordinatorPersonId, doctorId: doctor, approval },
          sizeReason: 'Börjar litet.',
        }),
      );
    }
    const calendarOf = ({ organisationId }: Viewer) =>
      house.within(() => house.get(OrganisationCalendar).of(organisationId));
    const known = (group: ResourceGroup, things: readonly Thing[] = []) =>
      house.within(() =>
        house.get(Availability).of(siv, group.id, { people: [doctor], things: things.map(({ id }) => id), period }),
      );

    it('keeps own days and quiet weeks in the calendar of the one organisation', async () => {
      const notes = house.get(OwnDaysNotes);
      await house.within(() => notes.addList(ada, '2027-05-10;2027-05-12;Studiedagar;stängt\n2027-10-29;Höstlov;lov'));
      await house.within(() => notes.setQuietWeeks(ada, [9]));
      await house.within(() => notes.setQuietWeeks(ada, [10]));

      const [own, others] = [await calendarOf(ada), await calendarOf(foreign)];
      expect(own.kindOf(aDay('2027-05-11'))).toMatchObject({ why: 'ownClosedDay', name: { sv: 'Studiedagar' } });
      expect(own.weighings(aDay('2027-10-29'))).toMatchObject([{ why: 'schoolBreak' }]);
      expect(own.weighings(aDay('2027-03-08'))).toEqual([{ why: 'quietWeek' }]);
      expect(own.weighings(aDay('2027-07-13'))).toEqual([]);
      expect(others.isOpen(aDay('2027-05-11'))).toBe(true);
      expect(others.weighings(aDay('2027-07-13'))).toEqual([{ why: 'quietWeek' }]);
    });

    it('keeps a list once, and takes away only its own days', async () => {
      const notes = house.get(OwnDaysNotes);
      await house.within(() => notes.addList(ada, '2027-10-29;Höstlov;lov\n2027-10-29;Höstlov;lov'));
      const [first] = (await house.within(() => notes.of(ada))).days;
      await expect(house.within(() => notes.remove(foreign, first!.id))).rejects.toThrow('notFound');
      const before = (await house.within(() => notes.of(ada))).days.map(({ name }) => name);
      await house.within(() => notes.remove(ada, first!.id));

      expect(before).toEqual(['Studiedagar', 'Höstlov']);
      expect((await house.within(() => notes.of(ada))).days.map(({ name }) => name)).toEqual(['Höstlov']);
    });

    it('tells when a room is taken by other groups’ meetings, and keeps its place sealed', async () => {
      const things = house.get(Things);
      const room = { kind: 'room', name: 'Björken', place: 'Storgatan 4', placeIsPublic: true } as const;
      await house.within(() => things.add(siv, { ...room, opens: null, closes: null }));
      const [thing] = await house.within(() => things.inUse(siv));
      const booking = aBooking({ thingId: thing!.id, place: thing!.placeText, placeIsPublic: true });
      await house.within(() => house.get(Bookings).book(siv, olles.id, [booking]));

      const taken = [{ starts: '2027-04-14T13:00', ends: '2027-04-14T14:00' }];
      expect((await known(kims, [thing!])).things).toMatchObject([{ name: 'Björken', taken }]);
      expect((await known(olles, [thing!])).things).toMatchObject([{ taken: [] }]);
      expect((await house.within(() => house.get(Meetings).of(siv, olles.id)))[0]!.thingId).toBe(thing!.id);
      const rows = await house.within(() =>
        house.database.manager().query<{ place: string }[]>('SELECT place FROM thing'),
      );
      expect(rows.map(({ place }) => place.split(':')[0])).toEqual(['s1']);
      await expect(house.within(() => things.retire(foreign, thing!.id))).rejects.toThrow('notFound');
      await house.within(() => things.retire(siv, thing!.id));
      expect(await house.within(() => things.inUse(siv))).toEqual([]);
      expect((await house.within(() => things.all(siv))).map(({ place }) => place)).toEqual(['Storgatan 4']);
    });

    it('takes the way to a meeting at home as well, and only for it', async () => {
      const travel = house.get(TravelNotes);
      await house.within(() => travel.set(siv, doctor, 20));
      await house.within(() => travel.set(siv, doctor, 45));
      const days = [aDay('2027-04-20'), aDay('2027-04-21')];
      await house.within(() =>
        house
          .get(Bookings)
          .book(siv, olles.id, [
            aBooking({ number: 1, day: days[0]!, form: 'home', place: 'Ängsvägen 3' }),
            aBooking({ number: 2, day: days[1]!, form: 'office' }),
          ]),
      );

      const { taken, travel: ways } = await known(kims);
      expect(taken.map(({ starts, ends }) => `${starts} ${ends}`)).toEqual([
        '2027-04-20T12:15 2027-04-20T14:45',
        '2027-04-21T13:00 2027-04-21T14:00',
      ]);
      expect(ways.map(({ minutes }) => minutes)).toEqual([45]);
      await expect(house.within(() => travel.set(foreign, doctor, 10))).rejects.toThrow('notFound');
    });
  });
});
