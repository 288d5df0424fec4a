import { readProfile } from '../../../src/groups/profile-file';
import { resourceGroupProfile } from '../../support/groups-builders';

const read = (changes: object) => () =>
  readProfile('resource-group.json', JSON.stringify({ ...resourceGroupProfile(), ...changes }));

describe('a profile file', () => {
  it('gives the resource group its size, taper and lengths', () => {
    expect(resourceGroupProfile()).toMatchObject({
      size: { min: 6, max: 8 },
      chosen: { min: 3, max: 5 },
      intervals: [1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 12, 12],
      minutes: { default: 60, longWithReason: 90, max: 240 },
      horizons: [6, 12],
      callDaysBefore: 14,
    });
  });

  it.each([
    ['an unknown key', { colour: 'blue' }, /colour/],
    ['a size turned about', { size: { min: 8, max: 6 } }, /size: min is greater than max/],
    ['an interval of 0 months', { intervals: [0] }, /intervals\.0/],
    ['an interval of 400 months', { intervals: [1, 400] }, /intervals\.1/],
    ['lengths out of order', { minutes: { default: 90, longWithReason: 60, max: 240 } }, /must not grow smaller/],
    ['another id than its file', { id: 'case-group' }, /its id is "case-group"/],
    [
      'an agenda that does not fill the meeting',
      { minutes: { default: 45, longWithReason: 90, max: 240 } },
      /agendas\.first takes 60 minutes, but a meeting is 45/,
    ],
  ])('with %s is refused in one sentence that says where', (_, changes, sentence) => {
    expect(read(changes)).toThrow(sentence);
  });
});
