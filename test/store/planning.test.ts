import { allSchemas } from '../../src/app.schemas';
import { GroupForming } from '../../src/groups/group-forming.service';
import type { ResourceGroup } from '../../src/groups/domain/resource-group';
import { People } from '../../src/people/people.service';
import { CalendarDate } from '../../src/kernel/calendar-date';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { Meetings } from '../../src/meetings/meetings.service';
import { YearBooking } from '../../src/planning/year-booking.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import type { Practised } from '../../src/practice/practice.service';
import { onEachDatabase } from '../support/databases';
import { aDay } from '../support/groups-builders';
import { aViewer, details } from '../support/people-builders';
import { HouseOn } from '../support/practised-house';

jest.setTimeout(60_000);

onEachDatabase((_, open) => {
  describe('the year of a group', () => {
    let house: HouseOn;
    let practised: Practised;
    const years = (): YearPlans => house.get(YearPlans);
    const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.do(work);

    /** A small group of somebody else, with Olle's coordinator and doctor. */
    async function besideOlle(calledName = 'Kim'): Promise<ResourceGroup> {
      const { viewer, group } = practised;
      const kim = await house
        .get(People)
        .add(viewer, 'service-user', details({ calledName, fullName: `${calledName} Öst` }));
      return house.get(GroupForming).create(viewer, {
        serviceUserId: kim.id,
        profile: group.profile,
        name: `${calledName}s grupp`,
        neutralTitle: 'Möte',
        core: {
          coordinatorPersonId: group.inPart('coordinator')!.personId,
          doctorId: group.inPart('doctor')!.personId,
          approval: { on: aDay('2026-11-02'), how: 'at-meeting' },
        },
        network: [],
        sizeReason: 'Kim vill börja med få.',
      });
    }

    beforeAll(async () => {
      house = await HouseOn.open((await open(allSchemas)).database);
      practised = await house.practise();
    });
    afterAll(() => house.close());

    it('comes back from the database as it was wished', async () => {
      const plan = await within(() => years().get(practised.viewer, practised.group.id));

      expect(plan.state).toBe('booked');
      expect(plan.proposal.meetings).toHaveLength(7);
    });

    it('does not take a time at which somebody sits in another group, seen only as taken', async () => {
      const { viewer, group } = practised;
      const { wishes, proposal } = await within(() => years().get(viewer, group.id));
      const taken = proposal.meetings.map(({ day, start }) => `${day} ${start}`);

      const plan = await within(async () => years().wish(viewer, (await besideOlle()).id, wishes));

      expect(plan.proposal.meetings).toHaveLength(7);
      expect(plan.proposal.meetings.filter(({ day, start }) => taken.includes(`${day} ${start}`))).toEqual([]);
      expect(JSON.stringify(plan.proposal)).not.toContain(group.id);
    });

    it('is not to be seen by a coordinator who is not assigned to the group', async () => {
      const stranger = aViewer({ organisationId: practised.viewer.organisationId });

      await expect(within(() => years().find(stranger, practised.group.id))).rejects.toThrow('notFound');
    });

    it('is not booked over meetings that people have been called to', async () => {
      const { viewer, group } = practised;

      await expect(within(() => house.get(YearBooking).book(viewer, group.id))).rejects.toThrow('meetingAlreadyCalled');
    });

    it('is not booked at a time when somebody who was to come has become busy', async () => {
      const { viewer, group } = practised;
      const { wishes } = await within(() => years().get(viewer, group.id));
      const { id } = await within(() => besideOlle('Alva'));
      const { proposal } = await within(() => years().wish(viewer, id, wishes));
      const busy = {
        ...{ day: aDay(proposal.meetings[2]!.day), from: TimeOfDay.of('00:00'), until: TimeOfDay.of('23:00') },
      };
      await within(() => house.get(PersonalTimesNotes).addBusy(viewer, group.inPart('doctor')!.personId, busy));

      await expect(within(() => house.get(YearBooking).book(viewer, id))).rejects.toThrow('yearOvertaken');
      expect(await within(() => house.get(Meetings).of(viewer, id))).toEqual([]);
      expect((await within(() => years().get(viewer, id))).state).toBe('proposed');
    });

    it('is booked for one of two groups that were proposed the same times, even at the same moment', async () => {
      const { viewer, group } = practised;
      const { wishes } = await within(() => years().get(viewer, group.id));
      const two = [await within(() => besideOlle('Bea')), await within(() => besideOlle('Cim'))];
      const times = [];
      for (const { id } of two)
        times.push((await within(() => years().wish(viewer, id, wishes))).proposal.meetings[0]!);
      const booked = await Promise.allSettled(
        two.map(({ id }) => within(() => house.get(YearBooking).book(viewer, id))),
      );

      expect(times[0]).toMatchObject({ day: times[1]!.day, start: times[1]!.start });
      expect(booked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('keeps a busy time as a span of time, and lets it be removed', async () => {
      const { viewer, group } = practised;
      const doctor = group.inPart('doctor')!.personId;
      const notes = house.get(PersonalTimesNotes);
      const lunch = { day: CalendarDate.of('2027-01-11'), from: TimeOfDay.of('12:00'), until: TimeOfDay.of('13:00') };

      await within(() => notes.addBusy(viewer, doctor, lunch));
      const { busy } = await within(() => notes.of(viewer, doctor));
      const added = busy.find(({ starts }) => starts === '2027-01-11T12:00')!;
      await within(() => notes.removeBusy(viewer, doctor, added.id));
      const after = await within(() => notes.of(viewer, doctor));

      expect(added.ends).toBe('2027-01-11T13:00');
      expect(after.busy).toHaveLength(busy.length - 1);
    });
  });
});
