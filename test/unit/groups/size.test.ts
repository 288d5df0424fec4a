import { sizeFindings } from '../../../src/groups/domain/size';
import { aGroup, resourceGroupProfile } from '../../support/groups-builders';

const profile = resourceGroupProfile();
const rulesFor = (sizes: { network?: number; adjuncts?: number }) =>
  sizeFindings(aGroup(sizes), profile).map(({ rule, values }) => [rule, values.count]);

describe('the size of a group', () => {
  it.each([3, 4, 5])('asks nothing when %i are chosen beside the core trio', (network) => {
    expect(rulesFor({ network })).toEqual([]);
  });

  it('asks for a reason when only the core trio is there', () => {
    expect(rulesFor({ network: 0 })).toEqual([
      ['groupOutsideGuidance', 3],
      ['chosenOutsideGuidance', 0],
    ]);
  });

  it('asks for a reason when there are twelve', () => {
    expect(rulesFor({ network: 9 })).toEqual([
      ['groupOutsideGuidance', 12],
      ['chosenOutsideGuidance', 9],
    ]);
  });

  it('does not count adjuncts', () => {
    expect(rulesFor({ network: 5, adjuncts: 4 })).toEqual([]);
  });

  it('does not count those who have left', () => {
    const group = aGroup({ network: 6 });
    const [last] = group.present.slice(-1);

    const smaller = group.withMember(last!.leave());

    expect(sizeFindings(smaller, profile)).toEqual([]);
  });

  it.each([0, 9])('lets a group of the core trio and %i others be made only with a reason', (network) => {
    const group = aGroup({ network });

    expect(() => group.form(profile)).toThrow('groupOutsideGuidance');
    expect(group.with({ sizeReason: 'Så vill Olle ha det.' }).form(profile).state).toBe('active');
  });
});
