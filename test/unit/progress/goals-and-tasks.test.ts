import { wholeCircle } from '../../../src/groups/domain/readership';
import { requireRoomFor } from '../../../src/progress/domain/goal';
import { mayReadTask, requireInGroup, soonestFirst } from '../../../src/progress/domain/task';
import { aDay, anId } from '../../support/groups-builders';
import { aGoal, aMark, aTask } from '../../support/progress-builders';

describe('a goal', () => {
  it('is in somebody’s words, and a short one has a day', () => {
    expect(() => aGoal({ words: ' ' })).toThrow('fieldMissing');
    expect(() => aGoal({ words: 'x'.repeat(501) })).toThrow('fieldTooLong');
    expect(() => aGoal({ span: 'short' })).toThrow('shortGoalWithoutDay');
    expect(aGoal({ by: aDay('2027-06-01') }).by).toBeNull();
  });

  it('keeps its earlier words and day, and who changed them', () => {
    const mark = aMark();
    const before = aGoal({ span: 'short', words: 'Gå ut', by: aDay('2027-06-01') });

    const after = before.reworded({ words: 'Gå ut varje dag', by: aDay('2027-07-01') }, mark);

    expect(after.steps.at(-1)).toMatchObject({
      ...{ number: 2, kind: 'changed', by: mark.by, at: mark.at, earlierWords: 'Gå ut' },
      earlierDay: aDay('2027-06-01'),
    });
    expect([before.version, after.version]).toEqual([1, 2]);
  });

  it('is reached or put aside and may be taken up again, each time with a step', () => {
    const goal = aGoal().become('reached', aMark()).become('active', aMark()).become('put-aside', aMark());

    expect(goal.steps.map(({ kind }) => kind)).toEqual(['made', 'reached', 'taken-up', 'put-aside']);
    expect(goal.become('put-aside', aMark())).toBe(goal);
  });

  it('has room beside one other of its kind, not beside two', () => {
    const [one, two, third] = [aGoal(), aGoal(), aGoal()];
    const short = aGoal({ span: 'short', by: aDay('2027-06-01') });

    expect(() => {
      requireRoomFor(two, [one, two, short]);
    }).not.toThrow();
    expect(() => {
      requireRoomFor(third, [one, two]);
    }).toThrow('tooManyLongGoals');
    expect(() => {
      requireRoomFor(third, [one, two.become('reached', aMark())]);
    }).not.toThrow();
  });
});

describe('a task', () => {
  const [olle, eva, per] = [anId<'person'>(), anId<'person'>(), anId<'person'>()];

  it('is somebody’s who is in the group, and so are those who do it together', () => {
    const task = aTask({ who: olle, withWhom: [eva, eva, olle] });

    expect(task.withWhom).toEqual([eva]);
    expect(() => {
      requireInGroup(task, [olle, eva]);
    }).not.toThrow();
    expect(() => {
      requireInGroup(task, [olle]);
    }).toThrow('taskForSomebodyOutside');
    expect(() => {
      requireInGroup(task, [eva]);
    }).toThrow('taskForSomebodyOutside');
  });

  it('is late the day after its day, while it is open', () => {
    const task = aTask({ by: aDay('2027-04-14') });

    expect([task.isOverdue(aDay('2027-04-14')), task.isOverdue(aDay('2027-04-15'))]).toEqual([false, true]);
    expect(task.become('done', aMark()).isOverdue(aDay('2027-04-15'))).toBe(false);
  });

  it('comes up in the order of its day', () => {
    const [later, sooner] = [aTask({ by: aDay('2027-05-01') }), aTask({ by: aDay('2027-04-01') })];

    expect(soonestFirst([later, sooner])).toEqual([sooner, later]);
  });

  it.each([
    ['circle', 'network', true],
    ['circle', 'adjunct', false],
    ['trio', 'doctor', true],
    ['trio', 'network', false],
    ['named', 'service-user', true],
    ['named', 'doctor', false],
  ] as const)('said to the %s is read by a %s: %s', (audience, part, expected) => {
    const task = aTask({ who: olle, readership: { audience, named: [] } });

    expect(mayReadTask(task, { personId: per, part })).toBe(expected);
  });

  it('is always read by whoever does it, alone or together', () => {
    const task = aTask({ who: olle, withWhom: [eva], readership: { audience: 'trio', named: [] } });

    expect([olle, eva, per].map((personId) => mayReadTask(task, { personId, part: 'network' }))).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayReadTask(aTask({ who: per, readership: wholeCircle }), { personId: per, part: 'adjunct' })).toBe(true);
  });

  it('keeps what it said before and whose it was', () => {
    const task = aTask({ who: olle, what: 'Gå på bio' });

    const { what, ...rest } = task.reworded(Object.assign({}, task, { what: 'Gå på konsert', who: eva }), aMark());

    expect(what).toBe('Gå på konsert');
    expect(rest.steps.at(-1)).toMatchObject({ kind: 'changed', earlierWords: 'Gå på bio', earlierWho: olle });
  });
});
