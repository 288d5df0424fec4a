import type { Viewer } from '../../src/access/domain/viewer';
import { Agendas } from '../../src/agendas/agendas.service';
import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { CaseloadModule } from '../../src/caseload/caseload.module';
import { ExtraMeetings } from '../../src/caseload/extra-meetings.service';
import { NextStretches, signOf as signOfStretch } from '../../src/caseload/next-stretches.service';
import { RepairAccepting } from '../../src/caseload/repair-accepting.service';
import { RepairReading } from '../../src/caseload/repair-reading.service';
import type { RepairWish } from '../../src/caseload/repair-asking.service';
import { Repairs, signOf } from '../../src/caseload/repairs.service';
import { TaperChanges, signOf as signOfTaper } from '../../src/caseload/taper-changes.service';
import type { TaperWish } from '../../src/caseload/domain/taper-wishes';
import { Leaving } from '../../src/groups/leaving.service';
import { type GroupId, idOf, type PersonId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Bookings } from '../../src/meetings/bookings.service';
import type { Meeting } from '../../src/meetings/domain/meeting';
import { Deputies } from '../../src/meetings/deputies.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { People } from '../../src/people/people.service';
import { YearBooking } from '../../src/planning/year-booking.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import { CaseloadGroups, type GroupOfCaseload } from '../support/caseload-groups';
import { CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { details } from '../support/people-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';
import { someWishes } from '../support/year-wishes';

jest.setTimeout(120_000);

const everything: RepairWish = { meeting: null, group: null, person: null };

onEachDatabase((_, open) => {
  describe('what is booked in many groups', () => {
    let house: CallsHouse;
    let ada: Viewer;
    let groups: CaseloadGroups;
    let one: GroupOfCaseload;
    let other: GroupOfCaseload;
    let third: GroupOfCaseload;
    const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);
    const meetingsOf = ({ id }: GroupOfCaseload): Promise<readonly Meeting[]> =>
      within(() => house.get(Meetings).of(groups.viewer, id));
    const propose = (wish = everything) => house.get(Repairs).propose(groups.viewer, wish);
    const accept = async (seen: string, wish = everything): Promise<readonly GroupId[]> => {
      const proposed = await propose(wish);
      return within(() => house.get(RepairAccepting).accept(groups.viewer, { wish, seen, proposed }));
    };
    const book = ({ id }: GroupOfCaseload, ...days: readonly string[]) =>
      house.book(
        groups.viewer,
        id,
        days.map((day, at) => ({ number: at + 1, day: aDay(day), target: aDay(day) })),
      );
    const call = (id: GroupId, meetings: readonly Meeting[]) =>
      within(() =>
        house.get(Bookings).called(
          groups.viewer,
          id,
          meetings.map((meeting) => meeting.id),
        ),
      );
    const busy = (personId: PersonId, day: string) =>
      within(() =>
        house.get(PersonalTimesNotes).addBusy(groups.viewer, personId, {
          day: aDay(day),
          from: TimeOfDay.of('08:00'),
          until: TimeOfDay.of('17:00'),
        }),
      );

    beforeAll(async () => {
      house = await CallsHouse.on((await open(callTables)).database, {}, [CaseloadModule]);
      ada = await anAdministrator(house.app);
      groups = new CaseloadGroups(house, await aCoordinator(house.app, ada));
      const [first, second, last] = await groups.form(3);
      [one, other, third] = [first!, second!, last!];
    });
    afterAll(() => house.close());

    it('is mended by moving what nobody has been asked to, and nothing else', async () => {
      await call(one.id, await book(one, '2027-04-14', '2027-05-12'));
      const [clashing, calm] = await book(other, '2027-04-14', '2027-05-19');
      const before = await meetingsOf(one);

      const proposed = await propose();
      const moved = await accept(signOf(proposed));
      const [after, untouched] = await meetingsOf(other);

      expect(proposed.repair.clashes.map(({ kind }) => kind)).toEqual(['twice']);
      expect(moved).toEqual([other.id]);
      expect(await meetingsOf(one)).toEqual(before);
      expect(untouched).toEqual(calm);
      expect(after).toMatchObject({ id: clashing!.id, number: 1, state: 'planned', sequence: 0, revision: 2 });
      expect((await propose()).repair.clashes).toEqual([]);
    });

    it('is mended anew when somebody is away, and those who were called are told with a higher SEQUENCE', async () => {
      const [before, later] = await meetingsOf(one);
      await busy(one.serviceUser, '2027-04-14');

      const proposed = await propose({ ...everything, person: one.serviceUser });
      await accept(signOf(proposed), { ...everything, person: one.serviceUser });
      const [moved, untouched] = await meetingsOf(one);

      expect(proposed.asked.get(one.id)).toHaveLength(5);
      expect(moved).toMatchObject({ id: before!.id, state: 'moved', sequence: before!.sequence + 1 });
      expect(moved!.day.equals(before!.day)).toBe(false);
      expect(untouched).toEqual(later);
    });

    it('is left as it is when a network member is away', async () => {
      await busy(one.friend, '2027-05-12');

      expect((await propose()).repair).toEqual({ clashes: [], moves: [], stuck: [] });
    });

    it('is not mended by what was shown before something changed', async () => {
      await busy(groups.doctors[0]!, '2027-05-19');
      const { repair, booked } = await propose();
      const seen = signOf({ repair, booked });
      await busy(groups.doctors[0]!, repair.moves[0]!.to.day.iso);
      const before = await meetingsOf(other);

      await expect(accept(seen)).rejects.toThrow('proposalOutdated');
      expect(await meetingsOf(other)).toEqual(before);
    });

    it('is not mended by what something came in the way of while it was worked out', async () => {
      const proposed = await propose();
      await busy(other.serviceUser, proposed.repair.moves[0]!.to.day.iso);
      const before = await meetingsOf(other);
      const accepted = { wish: everything, seen: signOf(proposed), proposed };

      const accepting = within(() => house.get(RepairAccepting).accept(groups.viewer, accepted));

      await expect(accepting).rejects.toThrow('proposalOutdated');
      expect(await meetingsOf(other)).toEqual(before);
    });

    it('clashes no longer when somebody stands in for the one who is away', async () => {
      const { repair } = await propose();
      const [away] = repair.clashes.flatMap((clash) => (clash.kind === 'away' ? [clash] : []));
      const { id } = await within(() =>
        house.get(People).add(groups.viewer, 'professional', details({ calledName: 'Mo', fullName: 'Mo Berg' })),
      );
      const meetingId = idOf<'meeting'>(away!.meeting.group);
      const forPersonId = groups.doctors[0]!;
      const approval = { on: aDay('2027-02-01'), how: 'at-meeting' } as const;
      await within(() => house.get(Deputies).put(groups.viewer, { meetingId, forPersonId, deputyId: id, approval }));
      const after = await propose();
      await within(() => house.get(Deputies).withdraw(groups.viewer, meetingId, forPersonId));

      expect(away!.person).toBe(forPersonId);
      expect(repair.moves.map(({ meeting }) => meeting.group)).toEqual([meetingId]);
      expect(after.repair).toEqual({ clashes: [], moves: [], stuck: [] });
    });

    it('stands when somebody leaves, without them', async () => {
      const before = await meetingsOf(other);
      await within(() => house.get(Leaving).leave(groups.viewer, other.id, other.friend));

      const { caseload, meetings } = await within(() => house.get(RepairReading).of(groups.viewer));
      const own = caseload.groups.filter(({ id }) => meetings.get(id)?.group.id === other.id);

      expect(own.map(({ network }) => network.includes(other.friend))).toEqual([false, false]);
      expect(await meetingsOf(other)).toEqual(before);
    });

    it('goes on with the next stretch, beside what people have been called to', async () => {
      const wishes = someWishes({ start: '2027-03-22', horizonMonths: 6, intervals: [1, 2, 3] }).parts;
      await within(() => house.get(YearPlans).wish(groups.viewer, third.id, wishes));
      await within(() => house.get(YearBooking).book(groups.viewer, third.id));
      await call(third.id, await meetingsOf(third));
      const before = await meetingsOf(third);

      const next = await within(() => house.get(NextStretches).propose(groups.viewer, third.id));
      await within(() => house.get(NextStretches).book(groups.viewer, third.id, signOfStretch(next!)));
      const after = await meetingsOf(third);
      const agendas = await within(() => house.get(Agendas).ofGroup(groups.viewer, third.id));

      expect(before.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(after.slice(0, 3)).toEqual(before);
      expect(after.slice(3).map(({ number, target, state }) => [number, target.iso, state])).toEqual([
        [4, '2027-09-22', 'planned'],
        [5, '2027-12-22', 'planned'],
      ]);
      expect(agendas.map(({ agenda }) => agenda.items.length > 0)).toEqual([true, true, true, true, true]);
    });

    it('takes another taper: what fits stays, a called meeting is moved or called off, and a planned one goes', async () => {
      const before = await meetingsOf(third);
      const wish: TaperWish = { kind: 'intervals', intervals: [4] };
      const proposed = await within(() => house.get(TaperChanges).propose(groups.viewer, third.id, wish));

      const seen = signOfTaper(proposed);
      const change = await within(() => house.get(TaperChanges).accept(groups.viewer, third.id, { wish, seen }));
      const after = await meetingsOf(third);
      const plan = await within(() => house.get(YearPlans).get(groups.viewer, third.id));

      expect(
        [change.kept, change.moved.map(({ meeting }) => meeting), change.added, change.gone].map((part) => part.length),
      ).toEqual([1, 2, 0, 2]);
      expect(after.find(({ number }) => number === 1)).toEqual(before[0]);
      expect(after.map(({ number, state }) => [number, state])).toEqual([
        [1, 'called'],
        [2, 'moved'],
        [3, 'moved'],
      ]);
      expect(plan).toMatchObject({ state: 'booked', wishes: { intervals: [4], start: before[0]!.target.iso } });
    });

    it('has one more meeting within a week, and moves none', async () => {
      const before = await meetingsOf(third);
      const { times } = await within(() => house.get(ExtraMeetings).offer(groups.viewer, third.id));
      const [{ span }] = [times[0]!];
      const chosen = { day: span.day.iso, start: span.start.toString() };

      await within(() => house.get(ExtraMeetings).book(groups.viewer, third.id, chosen));
      const again = within(() => house.get(ExtraMeetings).book(groups.viewer, third.id, chosen));

      await expect(again).rejects.toThrow('timeNotOffered');
      const [extra, ...others] = await meetingsOf(third);
      expect(extra).toMatchObject({ number: 4, day: span.day, state: 'planned' });
      expect(others).toEqual(before);
    });

    it('is nobody’s but the coordinator’s own', async () => {
      const stranger = await aCoordinator(house.app, ada, 'Bo Lind');
      const { repair } = await house.get(Repairs).propose(stranger, everything);

      expect(repair.clashes).toEqual([]);
      for (const asked of [
        () => house.get(NextStretches).propose(stranger, third.id),
        () => house.get(TaperChanges).propose(stranger, third.id, { kind: 'stepUp' }),
        () => house.get(ExtraMeetings).offer(stranger, third.id),
      ])
        await expect(within<unknown>(asked)).rejects.toThrow('notFound');
    });
  });
});
