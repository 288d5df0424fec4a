import { caseloadFrom } from '../../../src/planning/caseload-file';
import { DomainError } from '../../../src/kernel/domain-error';
import { Words } from '../../../src/platform/web/words';
import { aCaseload, aGroup } from '../../support/caseloads';

const say = new Words('data/words').in('en');
const sound = aCaseload([aGroup()]);
const withGroup = (changes: object): object => ({ ...sound, groups: [{ ...aGroup(), ...changes }] });
const withPerson = (changes: object): object => ({
  ...sound,
  people: sound.people.map((person, at) => (at === 0 ? { ...person, ...changes } : person)),
});
const without = (key: string): object => Object.fromEntries(Object.entries(sound).filter(([name]) => name !== key));

function refusalOf(file: unknown): string {
  try {
    caseloadFrom(file);
  } catch (error) {
    if (error instanceof DomainError) return say(`error.${error.code}`, error.values);
    if (error instanceof Error) return error.message;
  }
  return 'nothing was refused';
}

describe('a caseload file', () => {
  it('takes what leaves everything out that may be left out', () => {
    const { people, groups, closedDays } = caseloadFrom(sound);

    expect([people.length, groups.length, closedDays.length]).toEqual([5, 1, 0]);
  });

  it.each<[string, unknown]>([
    ['the caseload: must be an object', []],
    ['the caseload: must be an object', null],
    ['the caseload: the key "peple" is unknown', { ...sound, peple: [] }],
    ['groups[0]: the keys "a", "b" are unknown', withGroup({ a: 1, b: 2 })],
    ['people: is missing', without('people')],
    ['zone: is missing', without('zone')],
    ['zone: there is no time zone "Europe/Stokholm".', { ...sound, zone: 'Europe/Stokholm' }],
    ['holidays: must be "SE", the only calendar there is', { ...sound, holidays: 'NO' }],
    ['groups[0].core[2]: there is no person "p9" in people.', withGroup({ core: ['user', 'coordinator', 'p9'] })],
    ['groups[0].network[0]: "user" stands twice in the group.', withGroup({ network: ['user'] })],
    ['people[1].id: "user" stands twice in people.', { ...sound, people: [sound.people[0], ...sound.people] }],
    ['groups[1].id: "g1" stands twice in groups.', { ...sound, groups: [aGroup(), aGroup()] }],
    ['groups[0].earliest: 17:00 is not before latest, 08:00.', withGroup({ earliest: '17:00', latest: '08:00' })],
    ['groups[0].start: is no date like "2027-01-18"', withGroup({ start: '2027-02-30' })],
    ['groups[0].latest: is no time like "08:00"', withGroup({ latest: '24:00' })],
    ['groups[0].minutes: must be a whole number', withGroup({ minutes: 45.5 })],
    ['groups[0].minutes: 0 is no whole number from 1 to 1439.', withGroup({ minutes: 0 })],
    ['groups[0].windowDays: -1 is no whole number from 0 to 366.', withGroup({ windowDays: -1 })],
    ['groups[0].stepMinutes: 0 is no whole number from 1 to 1439.', withGroup({ stepMinutes: 0 })],
    [
      'groups[0].offsetsMonths[1]: 1 months comes after 3; the offsets must not fall.',
      withGroup({ offsetsMonths: [3, 1] }),
    ],
    [
      'groups[0].fixed[0].index: 7 is no whole number from 0 to 6.',
      withGroup({ fixed: [{ index: 7, start: '2027-01-18T08:00' }] }),
    ],
    [
      'groups[0].fixed[0]: meeting 1 is fixed at a time that is not after meeting 0.',
      withGroup({
        fixed: [
          { index: 1, start: '2027-01-18T08:00' },
          { index: 0, start: '2027-01-18T08:00' },
        ],
      }),
    ],
    [
      'groups[0].fixed[0]: the meeting ends after midnight.',
      withGroup({ fixed: [{ index: 0, start: '2027-01-18T23:30' }] }),
    ],
    [
      'groups[0].preferred.weekdays[0]: must be one of mon, tue, wed, thu, fri, sat, sun',
      withGroup({ preferred: { weekdays: ['tisdag'], cost: 1 } }),
    ],
    ['groups[0].keepMonth: must be true or false', withGroup({ keepMonth: 'yes' })],
    [
      'people[0].hours: the key "monday" is unknown; weekdays are mon, tue, wed, thu, fri, sat, sun',
      withPerson({ hours: { monday: [] } }),
    ],
    ['people[0].hours.mon[0]: 08:00 is not after 17:00.', withPerson({ hours: { mon: [['17:00', '08:00']] } })],
    ['people[0].hours.mon[0]: must be a pair of two times', withPerson({ hours: { mon: [['08:00']] } })],
    ['people[0].hours.mon: must be a list', withPerson({ hours: { mon: '08:00' } })],
    [
      'people[0].busy[0]: 2027-01-12T09:00 is not after 2027-01-12T10:00.',
      withPerson({ busy: [['2027-01-12T10:00', '2027-01-12T09:00']] }),
    ],
    ['people[0].busy[0][1]: is no time like "2027-01-12T09:00"', withPerson({ busy: [['2027-01-12T10:00', 'soon']] })],
    ['people[0].maxPerDay: 0 is no whole number from 1 to 100.', withPerson({ maxPerDay: 0 })],
    [
      'weighed[0].cost: -1 is no whole number from 0 to 1000.',
      { ...sound, weighed: [{ day: '2027-05-07', cost: -1 }] },
    ],
  ])('is refused: %s', (sentence, file) => {
    expect(refusalOf(file)).toBe(sentence);
  });

  it('tells every fault of its form at once', () => {
    expect(refusalOf({ ...withGroup({ minutes: 'an hour', latest: 'late' }), people: 3 }).split('\n')).toEqual([
      'people: must be a list',
      'groups[0].minutes: must be a number',
      'groups[0].latest: is no time like "08:00"',
    ]);
  });
});
