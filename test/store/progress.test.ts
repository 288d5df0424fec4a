import type { EntitySchema } from 'typeorm';
import { allSchemas } from '../../src/app.schemas';
import { accessLogSchema } from '../../src/audit/store/audit.schemas';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { Database } from '../../src/platform/database/database';
import { CrisisPlans } from '../../src/progress/crisis-plans.service';
import type { Axis } from '../../src/progress/domain/axis';
import { Goals } from '../../src/progress/goals.service';
import { progressSchemas } from '../../src/progress/store/progress.schemas';
import { Stars } from '../../src/progress/stars.service';
import { type NewTask, Tasks } from '../../src/progress/tasks.service';
import { onEachDatabase } from '../support/databases';
import { aDay, anId } from '../support/groups-builders';
import { aPlan } from '../support/progress-builders';
import { type OllesGroup, ProgressHouse } from '../support/progress-house';

onEachDatabase((_, open) => {
  let database: Database;
  let house: ProgressHouse;
  let group: OllesGroup;
  let other: OllesGroup;

  beforeAll(async () => {
    ({ database } = await open(allSchemas));
    house = await ProgressHouse.on(database);
    group = await house.ollesGroup();
    other = await house.ollesGroup('Per Hed');
  });
  afterAll(() => house.close());

  const within = <Result>(work: () => Promise<Result>): Promise<Result> => house.within(work);
  const place = () => ({ organisationId: group.viewer.organisationId, groupId: group.id });
  const aNewTask = (given: Partial<NewTask> = {}): NewTask => ({
    ...{ groupId: group.id, meetingId: null, itemId: null, what: 'Gå på bio', who: group.olle, withWhom: [group.eva] },
    ...{ by: aDay('2027-04-14'), goalId: null, readership: wholeCircle },
    ...given,
  });

  describe('goals', () => {
    it('are kept with their history and found again', async () => {
      const goals = house.get(Goals);
      const { id } = await within(() =>
        goals.add(group.viewer, group.id, 'short', { words: 'Gå ut', by: aDay('2027-06-01') }),
      );
      const words = { words: 'Gå ut varje dag', by: aDay('2027-07-01') };
      await within(() => goals.change(group.viewer, { groupId: group.id, goalId: id }, words, 1));
      await within(() => goals.become(group.viewer, { groupId: group.id, goalId: id }, 'reached'));

      const [goal] = await within(() => goals.goalsOf(place().organisationId, group.id));

      expect(goal).toMatchObject({ words: 'Gå ut varje dag', state: 'reached', span: 'short' });
      expect(goal?.steps.map(({ kind, earlierWords, by }) => [kind, earlierWords, by])).toEqual([
        ['made', null, group.viewer.userId],
        ['changed', 'Gå ut', group.viewer.userId],
        ['reached', null, group.viewer.userId],
      ]);
    });

    it('are two of a kind, also when three are written at once', async () => {
      const goals = house.get(Goals);
      const add = (words: string) => within(() => goals.add(group.viewer, group.id, 'long', { words, by: null }));

      const outcomes = await Promise.allSettled(['Eget hem', 'Ett jobb', 'En hund'].map(add));

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
      expect(refused.reason).toMatchObject({ code: 'tooManyLongGoals' });
    });

    it('do not lose one of two changes made at once: the second is told what the first said', async () => {
      const goals = house.get(Goals);
      const { id } = await within(() => goals.add(other.viewer, other.id, 'long', { words: 'Eget hem', by: null }));
      const change = (words: string) =>
        within(() => goals.change(other.viewer, { groupId: other.id, goalId: id }, { words, by: null }, 1));

      const outcomes = await Promise.allSettled([change('Ett hus'), change('En båt')]);

      const [goal] = await within(() => goals.ofGroup(other.viewer, other.id));
      const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
      expect(refused.map(({ reason }) => reason as unknown)).toMatchObject([
        { code: 'goalChangedMeanwhile', values: { now: goal?.words } },
      ]);
    });
  });

  describe('tasks', () => {
    it('are kept with who, with whom, by when and who may read them; open ones come soonest first', async () => {
      const tasks = house.get(Tasks);
      const readership = { audience: 'named', named: [group.eva] } as const;
      const later = await within(() => tasks.add(group.viewer, aNewTask({ readership })));
      const sooner = await within(() =>
        tasks.add(group.viewer, aNewTask({ what: 'Ringa banken', by: aDay('2027-03-05') })),
      );
      const gone = await within(() => tasks.add(group.viewer, aNewTask({ what: 'Köpa skor' })));
      await within(() => tasks.finish(group.viewer, { groupId: group.id, taskId: gone.id }));

      const toDo = await within(() => tasks.openOf(place().organisationId, group.id));

      expect(toDo).toEqual([sooner, later]);
    });

    it('are given to those in the group, and serve a goal of the group', async () => {
      const tasks = house.get(Tasks);
      const add = (given: Partial<NewTask>) => within(() => tasks.add(group.viewer, aNewTask(given)));

      await expect(add({ who: other.olle })).rejects.toThrow('taskForSomebodyOutside');
      await expect(add({ withWhom: [anId()] })).rejects.toThrow('taskForSomebodyOutside');
      await expect(add({ goalId: anId() })).rejects.toThrow('notFound');
    });

    it('are marked done by whoever does them, on their own page, and by nobody else there', async () => {
      const tasks = house.get(Tasks);
      const { id } = await within(() => tasks.add(group.viewer, aNewTask()));
      const own = (personId: OllesGroup['eva']) => within(() => tasks.becomeOwn({ ...place(), personId }, id, 'done'));

      await expect(own(group.asa)).rejects.toThrow('notFound');
      const done = await own(group.eva);

      expect(done.steps.at(-1)).toMatchObject({ kind: 'done', by: group.eva });
    });
  });

  describe('the star', () => {
    const rate = (day: string, value: number, axis = 'quality-of-life') =>
      within(() =>
        house
          .get(Stars)
          .rate(group.viewer, group.id, { raterId: group.olle, day: aDay(day), values: [{ axis, value }] }),
      );
    const star = () => within(() => house.get(Stars).ofGroup(group.viewer, group.id));

    it('keeps the raw value with its day, its rater and who typed it', async () => {
      await rate('2027-02-12', 6);

      const [measure] = (await star()).measures;

      expect(measure).toMatchObject({
        value: 6,
        rater: 'service-user',
        raterId: group.olle,
        typedBy: group.viewer.userId,
      });
      expect(measure?.day.iso).toBe('2027-02-12');
    });

    it('takes one value a day from each, none from a day to come, and none outside the scale', async () => {
      await expect(rate('2027-02-12', 7)).rejects.toThrow('alreadyMeasured');
      await expect(rate('2027-03-02', 7)).rejects.toThrow('measuredAhead');
      await expect(rate('2027-02-13', 11)).rejects.toThrow('valueOutsideScale');
      await expect(rate('2027-02-13', 1, 'no-such-axis')).rejects.toThrow('notFound');
    });

    it('takes what is the service user’s from nobody else, and from their own page nothing that is not theirs', async () => {
      const stars = house.get(Stars);
      const values = [{ axis: 'troubles', value: 3 }];
      const day = aDay('2027-02-14');
      const own = (personId: OllesGroup['eva'], axis: string) =>
        within(() => stars.rateOwn({ ...place(), personId }, { day, values: [{ axis, value: 3 }] }));

      await expect(
        within(() => stars.rate(group.viewer, group.id, { raterId: group.eva, day, values })),
      ).rejects.toThrow('ratedForAnother');
      await expect(own(group.eva, 'close-ones')).rejects.toThrow('notFound');
      await expect(own(group.olle, 'symptoms')).rejects.toThrow('ratedForAnother');
      await own(group.olle, 'troubles');

      expect((await star()).measures.at(-1)).toMatchObject({
        axis: 'troubles',
        raterId: group.olle,
        typedBy: group.olle,
      });
    });

    it('keeps a value that was taken back, and lets it be given anew', async () => {
      const [wrong] = (await star()).measures;
      await within(() => house.get(Stars).takeBack(group.viewer, group.id, wrong!.id));
      await rate('2027-02-12', 7);

      const { measures, measurings } = await star();

      const quality = measures.filter(({ axis }) => axis === 'quality-of-life');
      expect(quality.map(({ value, counts }) => [value, counts]).sort()).toEqual([
        [6, false],
        [7, true],
      ]);
      expect(measurings).toHaveLength(1);
    });

    it('gives an axis of the group’s own a new beginning when it means something else', async () => {
      const stars = house.get(Stars);
      const choose = (own: { label: string; better: Axis['better'] } | null) =>
        within(() => stars.choose(group.viewer, group.id, { optional: ['social'], own }));
      await choose({ label: 'Sova gott', better: 'higher' });
      const before = (await star()).axes.at(-1)!;
      await rate('2027-02-13', 4, before.key);
      await choose({ label: 'Sova gott', better: 'higher' });
      expect((await star()).axes.at(-1)?.key).toBe(before.key);

      await choose({ label: 'Sova gott', better: 'lower' });

      const after = await star();
      expect(after.axes.at(-1)?.key).not.toBe(before.key);
      expect(after.axes.map(({ key }) => key)).toContain('social');
      expect(after.measures.map((one) => after.axisOf(one)?.better)).toContain('higher');
    });
  });

  describe('the crisis plan', () => {
    const write = (from: number, signs: readonly string[]) => {
      const { myself, others, calls, reviewBy } = aPlan({ signs });
      return within(() =>
        house.get(CrisisPlans).write(group.viewer, group.id, { signs, myself, others, calls, reviewBy, from }),
      );
    };

    it('keeps every version, and one written meanwhile is not written over', async () => {
      await write(0, ['Jag sover dåligt']);
      await within(() => house.get(CrisisPlans).offered(group.viewer, group.id, aDay('2027-02-20')));
      await write(1, ['Jag sover dåligt', 'Jag äter inte']);

      await expect(write(1, ['Inget'])).rejects.toThrow('crisisPlanChangedMeanwhile');
      const plans = await within(() => house.get(CrisisPlans).ofGroup(group.viewer, group.id));
      expect(plans.map(({ version, signs, offeredOn }) => [version, signs.length, offeredOn?.iso ?? null])).toEqual([
        [1, 1, '2027-02-20'],
        [2, 2, null],
      ]);
    });
  });

  it('nothing of another’s group is there for a coordinator who is not in it', async () => {
    const [{ viewer }, { id }] = [other, group];
    const goalAt = { groupId: id, goalId: anId<'goal'>() };

    for (const work of [
      () => house.get(Goals).ofGroup(viewer, id),
      () => house.get(Goals).become(viewer, goalAt, 'reached'),
      () => house.get(Tasks).ofGroup(viewer, id),
      () => house.get(Tasks).add(viewer, aNewTask()),
      () => house.get(Stars).ofGroup(viewer, id),
      () => house.get(CrisisPlans).ofGroup(viewer, id),
    ])
      await expect(within<unknown>(work)).rejects.toThrow('notFound');
  });

  it('no word and no value anybody wrote lies open in the tables', async () => {
    const rows = async (schema: EntitySchema): Promise<string> =>
      JSON.stringify(await database.repository(schema).find());
    const raw = await within(async () => {
      let all = '';
      for (const schema of progressSchemas) all += await rows(schema);
      return all;
    });

    expect(raw.split('"s1:').length).toBeGreaterThan(15);
    const written = /Gå ut|på bio|Ringa banken|Sova gott|sover dåligt|en promenad|070-174|"value":"\d/;
    expect(written.exec(raw)).toBeNull();
  });

  it('the journal holds every change, with ids only', async () => {
    const { organisationId } = group.viewer;
    const log = await within(() => database.repository(accessLogSchema).find({ where: { organisationId } }));
    const actions = new Set(log.map(({ action }) => action));

    for (const action of [
      'goal.added',
      'goal.changed',
      'task.added',
      'task.done',
      'star.measured',
      'star.taken-back',
      'crisis-plan.written',
      'crisis-plan.offered',
    ])
      expect(actions).toContain(action);
    expect(log.filter(({ action }) => action.startsWith('task.')).every(({ aboutId }) => aboutId === group.olle)).toBe(
      true,
    );
  });
});
