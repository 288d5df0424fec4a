import type { Profile } from '../../src/groups/domain/profile';
import { YearWishes, YearWishesParts } from '../../src/planning/domain/year-wishes';
import { readProfile } from '../../src/groups/profile-file';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(__dirname, '../../data/profiles/resource-group.json');

const resourceGroupProfile = (): Profile => readProfile('resource-group.json', readFileSync(file, 'utf8'));

const usual: YearWishesParts = {
  start: '2027-01-18',
  horizonMonths: 12,
  intervals: [1, 1, 1, 2, 2, 3, 3],
  minutes: 60,
  lengthReason: '',
  form: 'office',
  place: '',
  placeIsPublic: false,
  weekdays: [],
  earliest: '08:00',
  latest: '17:00',
};

/** Wishes as most groups have them, but for what the test is about. */
export const someWishes = (changes: Partial<YearWishesParts> = {}): YearWishes =>
  new YearWishes({ ...usual, ...changes }, resourceGroupProfile());
