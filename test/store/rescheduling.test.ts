import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/access/domain/viewer';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { GroupForming } from '../../src/groups/group-forming.service';
import { type Id, idOf } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Booking, Meeting, MeetingChange } from '../../src/meetings/domain/meeting';
import { MeetingsChanged } from '../../src/meetings/domain/meetings-changed';
import { Meetings } from '../../src/meetings/meetings.service';
import { Rescheduling } from '../../src/meetings/rescheduling.service';
import { meetingsSchemas } from '../../src/meetings/store/meetings.schemas';
import { TypeormMeetingsRepository } from '../../src/meetings/store/typeorm-meetings.repository';
import type { Database } from '../../src/platform/database/database';
import { migrations } from '../../src/platform/database/migrations';
import { MeetingTold1795310300000 } from '../../src/platform/database/migrations/1795310300000-meeting-told';
import { openDatabase } from '../../src/platform/database/open-database';
import { Seal } from '../../src/platform/database/seal';
import { Facts } from '../../src/platform/facts';
import { onEachDatabase } from '../support/databases';
import { GroupHouse, groupTables } from '../support/group-house';
import { aDay } from '../support/groups-builders';
import { aBooking } from '../support/meetings-builders';
import { withProtectedIdentity } from '../support/people-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';

const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
const later = { start: TimeOfDay.of('15:00') };

const to = (meeting: Meeting, change: Partial<MeetingChange>): MeetingChange => {
  const { day, start, minutes, lengthReason, form, place, placeIsPublic } = meeting;
  return { day, start, minutes, lengthReason, form, place, placeIsPublic, ...change };
};

onEachDatabase((_, open, engine) => {
  describe('meetings that are booked', () => {
    let database: Database;
    let house: GroupHouse;
    let ada: Viewer;
    let siv: Viewer;
    const facts: MeetingsChanged[] = [];

    beforeAll(async () => {
      ({ database } = await open(groupTables));
      house = await GroupHouse.on(database);
      ada = await anAdministrator(house.app);
      siv = await aCoordinator(house.app, ada);
      house.get(Facts).on(MeetingsChanged, (fact) => Promise.resolve(void facts.push(fact)));
    });
    beforeEach(() => facts.splice(0));
    afterAll(() => house.close());

    async function aGroup(doctorIs: object = {}): Promise<ResourceGroup> {
      const { id: serviceUserId } = await house.person(siv, 'Olle', { kind: 'service-user' });
      const coordinatorPersonId = (await house.person(siv, 'Siv')).id;
      const doctorId = (await house.person(siv, 'Ek', doctorIs)).id;
      return house.within(() =>
        house.get(GroupForming).create(siv, {
          ...{ serviceUserId, profile: 'resource-group', name: 'Laget', neutralTitle: 'Möte', network: [] },
          core: { coordinatorPersonId, doctorId, approval },
          sizeReason: 'Olle vill börja litet.',
        }),
      );
    }
    const booked = async (group: ResourceGroup, ...bookings: Partial<Booking>[]): Promise<readonly Meeting[]> =>
      house.within(() => house.get(Bookings).book(siv, group.id, bookings.map(aBooking)));
    const called = (group: ResourceGroup, ...meetings: readonly Meeting[]) =>
      house.within(() =>
        house.get(Bookings).called(
          siv,
          group.id,
          meetings.map(({ id }) => id),
        ),
      );
    const move = (meeting: Meeting, change: Partial<MeetingChange>, viewer = siv): Promise<Meeting> =>
      house.within(() => house.get(Rescheduling).move(viewer, meeting.id, to(meeting, change)));
    const now = (group: ResourceGroup) => house.within(() => house.get(Meetings).of(siv, group.id));
    const toldOf = (meeting: Meeting, organisationId = siv.organisationId) =>
      house.within(() => house.get(Meetings).toldOf(organisationId, [meeting.id]));
    const actionsOn = (group: ResourceGroup) =>
      house.within(async () => {
        const sql = `SELECT action FROM access_log WHERE action LIKE 'meeting.%' AND about_id = '${group.serviceUserId}' ORDER BY number`;
        return (await database.manager().query<{ action: string }[]>(sql)).map(({ action }) => action);
      });

    it('are kept as people were told of them, each time, with the place sealed', async () => {
      const group = await aGroup();
      const [meeting] = await booked(group, { place: 'Gröna huset' });
      await called(group, meeting!);
      const moved = await move(meeting!, { ...later, place: 'Blå huset' });
      await called(group, moved);

      const told = await toldOf(meeting!);

      expect(
        told.map(({ start, place, revision, sequence, since }) => [String(start), place, revision, sequence, since]),
      ).toEqual([
        ['13:00', 'Gröna huset', 1, 0, 1],
        ['15:00', 'Blå huset', 2, 1, 2],
      ]);
      expect(await toldOf(meeting!, idOf(randomUUID()))).toEqual([]);
      const rows: unknown = await house.within(() => database.manager().query('SELECT place FROM meeting_told'));
      expect(JSON.stringify(rows)).not.toContain('huset');
    });

    it('are moved, with a fact and a line in the log, and come back as they are', async () => {
      const group = await aGroup();
      const [meeting] = await booked(group, {});
      await called(group, meeting!);

      const moved = await move(meeting!, later);

      expect(await now(group)).toEqual([moved]);
      expect(moved).toMatchObject({ state: 'moved', revision: 2, sequence: 1, since: 2 });
      expect(facts).toEqual([new MeetingsChanged(siv.organisationId, group.id, [moved.id])]);
      expect(await actionsOn(group)).toEqual(['meeting.booked', 'meeting.called', 'meeting.moved']);
    });

    it('that are given the same again are not changed, logged or told of', async () => {
      const group = await aGroup();
      const [meeting] = await booked(group, {});

      await move(meeting!, {});

      expect(await now(group)).toEqual([meeting]);
      expect([facts, await actionsOn(group)]).toEqual([[], ['meeting.booked']]);
    });

    it('are asked about no more when they come back to the time people were told of', async () => {
      const group = await aGroup();
      const [meeting] = await booked(group, {});
      await called(group, meeting!);

      const back = await move(await move(meeting!, later), { start: meeting!.start });

      expect(back).toMatchObject({ since: 1, revision: 3, sequence: 2 });
    });

    it('are never moved home when somebody has a protected identity', async () => {
      const [meeting] = await booked(await aGroup(withProtectedIdentity), {});

      await expect(move(meeting!, { form: 'home', place: '' })).rejects.toThrow('homeWithProtectedIdentity');
    });

    it('are cancelled, one or all that are ahead', async () => {
      const group = await aGroup();
      const days = ['2027-02-26', '2027-04-14', '2027-05-12', '2027-06-09'].map(aDay);
      const [been, first, second, third] = await booked(group, ...days.map((day, at) => ({ number: at + 1, day })));
      await called(group, first!);

      await house.within(() => house.get(Rescheduling).cancel(siv, second!.id));
      const rest = await house.within(() => house.get(Rescheduling).cancelRest(siv, group.id));

      expect(rest.map(({ id }) => id)).toEqual([first!.id, third!.id]);
      expect((await now(group)).map(({ number, state, sequence }) => [number, state, sequence])).toEqual([
        [been!.number, 'planned', 0],
        [2, 'cancelled', 1],
        [3, 'cancelled', 0],
        [4, 'cancelled', 0],
      ]);
      expect(facts.map(({ meetingIds }) => meetingIds)).toEqual([[second!.id], [first!.id, third!.id]]);
      expect(await house.within(() => house.get(Rescheduling).cancelRest(siv, group.id))).toEqual([]);
      expect(await actionsOn(group)).toEqual([
        ...['meeting.booked', 'meeting.called', 'meeting.cancelled', 'meeting.cancelled'],
      ]);
    });

    it('are not there to change for a colleague who is not assigned to the group', async () => {
      const group = await aGroup();
      const [meeting] = await booked(group, {});
      const ulf = await aCoordinator(house.app, ada, `Ulf Berg`);
      const rescheduling = house.get(Rescheduling);

      await expect(move(meeting!, later, ulf)).rejects.toThrow('notFound');
      await expect(house.within(() => rescheduling.cancel(ulf, meeting!.id))).rejects.toThrow('notFound');
      await expect(house.within(() => rescheduling.cancelRest(ulf, group.id))).rejects.toThrow('notFound');
    });
  });

  describe('a database from before meetings could be changed', () => {
    const seal = new Seal(Buffer.from('a key of thirty-two bytes, fixed'), 'k1');
    const newId = <Kind extends string>(): Id<Kind> => idOf(randomUUID());
    const before = migrations.slice(0, migrations.indexOf(MeetingTold1795310300000));

    it('gets what was told of each meeting people were called to, as it stands there', async () => {
      const { address } = await engine.place();
      const organisationId = newId<'organisation'>();
      const states = ['planned', 'called', 'held', 'cancelled'];
      const ids = states.map(() => newId<'meeting'>());
      const older = await openDatabase({ address, schemas: [], steps: before });
      await older.transaction(async () => {
        for (const [at, state] of states.entries()) {
          const id = ids[at]!;
          const place = seal.close(`Rum ${String(at)}`, { table: 'meeting', row: id, column: 'place' });
          const reason = seal.close('', { table: 'meeting', row: id, column: 'lengthReason' });
          await older.manager().query(
            `INSERT INTO meeting (id, organisation_id, group_id, number, target, day, start, minutes, length_reason, zone,
               form, place, place_is_public, state, revision, sequence, why)
             VALUES ('${id}', '${organisationId}', '${newId()}', ${String(at + 1)}, '2027-04-14', '2027-04-14', '13:00', 60,
               '${reason}', 'Europe/Stockholm', 'office', '${place}', true, '${state}', ${String(at + 1)}, 0, '[]')`,
          );
        }
      });
      await older.close();

      const database = await openDatabase({ address, schemas: meetingsSchemas });
      const store = new TypeormMeetingsRepository(database, seal);
      const meetings = await database.transaction(() => store.some(organisationId, ids));
      const told = await database.transaction(() => store.told(organisationId, ids));
      await database.close();

      expect(meetings.map(({ state, since }) => [state, since]).sort()).toEqual([
        ['called', 2],
        ['cancelled', 4],
        ['held', 3],
        ['planned', 1],
      ]);
      expect(told.map((one) => [one.id, one.place, one.revision, one.since, one.placeIsPublic]).sort()).toEqual(
        [
          [ids[1]!, 'Rum 1', 2, 2, true],
          [ids[2]!, 'Rum 2', 3, 3, true],
        ].sort(),
      );
      expect(told.map(({ day, start }) => `${day.iso} ${start.toString()}`)).toEqual(
        told.map(() => '2027-04-14 13:00'),
      );
    });
  });
});
