import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeCircle } from '../../src/groups/domain/readership';
import type { PersonId } from '../../src/kernel/identifiers';
import { Words } from '../../src/platform/web/words';
import type { Axis } from '../../src/progress/domain/axis';
import { CrisisPlan, type CrisisPlanParts } from '../../src/progress/domain/crisis-plan';
import { Goal, type GoalParts } from '../../src/progress/domain/goal';
import { Measure, type MeasureParts } from '../../src/progress/domain/measure';
import { Star } from '../../src/progress/domain/star';
import { noChoice, type StarPattern } from '../../src/progress/domain/star-pattern';
import type { StarReader } from '../../src/progress/domain/star-view';
import type { Mark } from '../../src/progress/domain/step';
import { Task, type TaskParts } from '../../src/progress/domain/task';
import { readStar } from '../../src/progress/star-file';
import { aDay, anId, someMoment } from './groups-builders';

const data = join(__dirname, '..', '..', 'data');

export const starFile = (): string => readFileSync(join(data, 'stars', 'resource-group.json'), 'utf8');

export const aPattern = (): StarPattern => readStar('resource-group.json', starFile());

export const aMark = (given: Partial<Mark> = {}): Mark => ({
  id: anId(),
  by: anId<'user'>(),
  at: someMoment,
  ...given,
});

export const aGoal = ({
  span = 'long',
  words = 'Bo i egen lägenhet',
  by = null,
  state = 'active',
  ...given
}: Partial<GoalParts> = {}): Goal => {
  const origin = {
    id: anId<'goal'>(),
    organisationId: anId<'organisation'>(),
    groupId: anId<'group'>(),
    span,
    ...given,
  };
  return Goal.begin(origin, { words, by }, aMark()).become(state, aMark());
};

export const aTask = (given: Partial<TaskParts> = {}): Task => {
  const origin = {
    id: anId<'task'>(),
    organisationId: anId<'organisation'>(),
    groupId: anId<'group'>(),
    meetingId: null,
    itemId: null,
  };
  const words = {
    what: 'Gå på bio',
    who: anId<'person'>(),
    withWhom: [],
    by: aDay('2027-04-14'),
    goalId: null,
    readership: wholeCircle,
  };
  return Task.begin({ ...origin, ...given }, { ...words, ...given }, aMark()).become(given.state ?? 'open', aMark());
};

export const aMeasure = (given: Partial<MeasureParts> = {}): Measure =>
  new Measure({
    id: anId(),
    organisationId: anId(),
    groupId: anId(),
    axis: 'quality-of-life',
    value: 6,
    day: aDay('2027-04-12'),
    rater: 'service-user',
    raterId: olle,
    typedBy: anId<'user'>(),
    typedAt: someMoment,
    takenBackAt: null,
    takenBackBy: null,
    ...given,
  });

export const olle = anId<'person'>();

/** A star with these axes and no others. */
export const aStar = (measures: readonly Measure[], axes: readonly Axis[] = aPattern().axes): Star =>
  new Star({ ...aPattern(), axes }, noChoice, measures);

export const aStarReader = (given: Partial<StarReader> = {}): StarReader => ({
  say: new Words(join(data, 'words')).in('sv'),
  language: 'sv',
  nameOf: (id: PersonId) => (id === olle ? 'Olle' : 'Eva'),
  today: aDay('2027-05-01'),
  ...given,
});

export const aPlan = (given: Partial<CrisisPlanParts> = {}): CrisisPlan =>
  new CrisisPlan({
    id: anId(),
    organisationId: anId(),
    groupId: anId(),
    version: 1,
    signs: ['Jag sover dåligt'],
    myself: ['Jag går en promenad'],
    others: ['Ring mig varje dag'],
    calls: [{ name: 'Eva', phone: '070-174 06 05' }],
    reviewBy: aDay('2028-01-04'),
    offeredOn: null,
    madeBy: anId<'user'>(),
    madeAt: someMoment,
    ...given,
  });
