import { PersonalTimesNotes } from '../../src/availability/personal-times.service';
import { Accepting } from '../../src/caseload/accepting.service';
import { CaseloadModule } from '../../src/caseload/caseload.module';
import { proposalStanding } from '../../src/caseload/domain/may-be-booked';
import type { Run, RunId } from '../../src/caseload/domain/run';
import { ProposedYears, type ProposedYear } from '../../src/caseload/proposed-years.service';
import { CaseloadRunsRepository } from '../../src/caseload/caseload-runs.repository';
import { RunAsking } from '../../src/caseload/run-asking.service';
import { RunReading } from '../../src/caseload/run-reading.service';
import { RunWork } from '../../src/caseload/run-work.service';
import { Leaving } from '../../src/groups/leaving.service';
import { CalendarDate } from '../../src/kernel/calendar-date';
import type { GroupId } from '../../src/kernel/identifiers';
import { TimeOfDay } from '../../src/kernel/time-of-day';
import { Meetings } from '../../src/meetings/meetings.service';
import { YearPlans } from '../../src/planning/year-plans.service';
import { CaseloadGroups, type GroupOfCaseload } from '../support/caseload-groups';
import { CallsHouse, callTables } from '../support/calls-house';
import { onEachDatabase } from '../support/databases';
import { aViewer } from '../support/people-builders';
import { aCoordinator, anAdministrator } from '../support/staff-builders';
import { someWishes } from '../support/year-wishes';

jest.setTimeout(120_000);

const never = new AbortController().signal;

onEachDatabase((_, open) => {
  describe('the year of many groups', () => {
    let house: CallsHouse;
    let groups: CaseloadGroups;
    let formed: readonly GroupOfCaseload[];
    const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);
    const ids = (): readonly GroupId[] => formed.map(({ id }) => id);
    const ask = (chosen: readonly GroupId[]): Promise<Run> =>
      within(() => house.get(RunAsking).ask(groups.viewer, { groups: chosen, seconds: 10 }));
    const work = (): Promise<void> => house.get(RunWork).workOnce(never);
    const standing = async (): Promise<string | undefined> =>
      (await within(() => house.get(RunReading).last(groups.viewer)))?.standing;
    const yearOf = (run: Run, id: GroupId): Promise<ProposedYear> =>
      within(() => house.get(ProposedYears).one(groups.viewer, run, id));
    const accept = (run: RunId, id: GroupId): Promise<void> =>
      within(() => house.get(Accepting).accept(groups.viewer, run, id));
    const meetingsOf = (id: GroupId) => within(() => house.get(Meetings).of(groups.viewer, id));
    const doneRun = async (): Promise<Run> => {
      const last = await within(() => house.get(RunReading).last(groups.viewer));
      if (last?.standing !== 'done') throw new Error('No run is done.');
      return last.run;
    };

    beforeAll(async () => {
      house = await CallsHouse.on((await open(callTables)).database, {}, [CaseloadModule]);
      const ada = await anAdministrator(house.app);
      groups = new CaseloadGroups(house, await aCoordinator(house.app, ada));
      formed = await groups.form(4);
      const short = someWishes({ start: '2027-04-12', horizonMonths: 6 }).parts;
      for (const { id } of formed.slice(1)) await within(() => house.get(YearPlans).wish(groups.viewer, id, short));
    });
    afterAll(() => house.close());

    it('is asked for once at a time, and can be cancelled while it waits', async () => {
      const run = await ask([...ids(), ...ids()]);
      const again = ask(ids());

      await expect(again).rejects.toThrow('runAlreadyOpen');
      expect(await standing()).toBe('waiting');
      await within(() => house.get(RunAsking).cancel(groups.viewer, run.id));
      await work();
      expect(await standing()).toBe('cancelled');
      expect(
        await within(() => house.app.get(CaseloadRunsRepository, { strict: false }).caseloadOf(run.id)),
      ).toBeNull();
    });

    it('is told as interrupted when whoever planned it is gone, and can be asked for anew', async () => {
      await ask(ids().slice(1));
      const stopped = new AbortController();
      const working = house.get(RunWork).workOnce(stopped.signal);
      stopped.abort();
      await working;

      expect(await standing()).toBe('running');
      house.clock.pass(1);
      expect(await standing()).toBe('interrupted');
      await ask(ids());
      expect(await standing()).toBe('waiting');
    });

    it('is planned for all groups at once when its turn comes, so that nobody is needed twice', async () => {
      await work();
      const run = await doneRun();
      const years = await within(() => house.get(ProposedYears).of(groups.viewer, run));
      const times = years.proposed.flatMap(({ planned }) =>
        (planned.proposal?.meetings ?? []).map(({ day, start }) => `${day} ${start}`),
      );

      expect(years.proposed.map(proposalStanding)).toEqual(['open', 'open', 'open', 'open']);
      expect(years.proposed.map(({ planned }) => planned.basis.isByDefault)).toEqual([true, false, false, false]);
      expect(times).toHaveLength(7 + 3 * 5);
      expect(new Set(times).size).toBe(times.length);
      expect(years.proposed[0]!.planned.proposal!.meetings[0]!.alternatives).toHaveLength(3);
    });

    it('is booked for the groups that are chosen, and for no other', async () => {
      const run = await doneRun();
      await accept(run.id, ids()[0]!);
      const plan = await within(() => house.get(YearPlans).get(groups.viewer, ids()[0]!));

      expect(plan.state).toBe('booked');
      expect(await meetingsOf(ids()[0]!)).toHaveLength(7);
      expect(await meetingsOf(ids()[1]!)).toHaveLength(0);
      expect(proposalStanding(await yearOf(run, ids()[0]!))).toBe('booked');
      expect(proposalStanding(await yearOf(run, ids()[1]!))).toBe('open');
    });

    it('is not booked for a group that somebody has left since', async () => {
      const run = await doneRun();
      const { id, friend } = formed[1]!;
      await within(() => house.get(Leaving).leave(groups.viewer, id, friend));
      await accept(run.id, id);

      expect((await yearOf(run, id)).changes).toEqual([{ kind: 'people' }]);
      expect(await meetingsOf(id)).toHaveLength(0);
    });

    it('is not booked for a group whose wishes have changed since', async () => {
      const run = await doneRun();
      const { id } = formed[2]!;
      const other = someWishes({ start: '2027-04-19', horizonMonths: 6 }).parts;
      await within(() => house.get(YearPlans).wish(groups.viewer, id, other));
      await accept(run.id, id);

      expect((await yearOf(run, id)).changes).toEqual([{ kind: 'wishes' }]);
      expect(await meetingsOf(id)).toHaveLength(0);
    });

    it('is not booked at a time when somebody who was to come has become busy', async () => {
      const run = await doneRun();
      const { id, serviceUser } = formed[3]!;
      const day = CalendarDate.of((await yearOf(run, id)).planned.proposal!.meetings[1]!.day);
      const busy = { day, from: TimeOfDay.of('00:00'), until: TimeOfDay.of('23:00') };
      await within(() => house.get(PersonalTimesNotes).addBusy(groups.viewer, serviceUser, busy));
      await accept(run.id, id);

      expect((await yearOf(run, id)).changes).toEqual([{ kind: 'away', day, people: [serviceUser] }]);
      expect(await meetingsOf(id)).toHaveLength(0);
    });

    it('is planned anew around what has been booked, which stays where it is', async () => {
      const before = await meetingsOf(ids()[0]!);
      await expect(ask(ids())).rejects.toThrow('groupNotPlannable');
      await ask(ids().slice(1));
      await work();
      const years = await within(async () => house.get(ProposedYears).of(groups.viewer, await doneRun()));
      const booked = before.map(({ day, start }) => `${day.iso} ${start.toString()}`);
      const proposed = years.proposed.flatMap(({ planned }) =>
        (planned.proposal?.meetings ?? []).map(({ day, start }) => `${day} ${start}`),
      );

      expect(years.others.map(({ group }) => group.id)).toEqual([ids()[0]]);
      expect(proposed.filter((time) => booked.includes(time))).toEqual([]);
      expect(await meetingsOf(ids()[0]!)).toEqual(before);
    });

    it('is as if it did not exist to anybody but the one who asked', async () => {
      const run = await doneRun();
      const stranger = aViewer({ organisationId: groups.viewer.organisationId });
      const asStranger: readonly (() => Promise<unknown>)[] = [
        () => house.get(RunReading).read(stranger, run.id),
        () => house.get(RunAsking).cancel(stranger, run.id),
        () => house.get(Accepting).accept(stranger, run.id, ids()[1]!),
        () => house.get(RunAsking).ask(stranger, { groups: ids(), seconds: 10 }),
      ];

      for (const attempt of asStranger) await expect(within(attempt)).rejects.toThrow('notFound');
    });
  });
});
