import { handedOver, isCoordinatedBy } from '../../../src/groups/domain/handed-over';
import type { Part } from '../../../src/groups/domain/part';
import type { ResourceGroup } from '../../../src/groups/domain/resource-group';
import type { PersonId } from '../../../src/kernel/identifiers';
import { aDay, aGroup, aMember, anId } from '../../support/groups-builders';

const approval = { on: aDay('2027-02-01'), how: 'by-phone' } as const;
const mia = anId<'person'>();

const coordinatorOf = (group: ResourceGroup): PersonId => group.inPart('coordinator')!.personId;

function pass(group: ResourceGroup, to = mia): ResourceGroup {
  const newcomer = aMember({ personId: to, part: 'coordinator', approval, groupId: group.id });
  return handedOver(group, { from: coordinatorOf(group), newcomer, approval });
}

const withMia = (part: Part): ResourceGroup =>
  aGroup({ state: 'active' }).withMember(aMember({ personId: mia, part, functionInGroup: 'bryr sig' }));

describe('a group that is handed over', () => {
  it('has the new coordinator with the service user’s yes, and the one before as somebody who left', () => {
    const before = aGroup({ state: 'active' });

    const after = pass(before);

    expect(coordinatorOf(after)).toBe(mia);
    expect(after.memberOf(mia)?.approval).toEqual(approval);
    expect(after.memberOf(coordinatorOf(before))?.isInTheGroup).toBe(false);
  });

  it('leaves everybody else where they were', () => {
    const before = aGroup({ state: 'active', network: 5 });
    const others = before.members.filter(({ part }) => part !== 'coordinator');

    expect(pass(before).members).toEqual(expect.arrayContaining([...others]));
    expect(pass(before).present).toHaveLength(before.present.length);
  });

  it.each(['network', 'adjunct'] as const)('takes the new coordinator out of the part of %s', (part) => {
    const after = pass(withMia(part));

    expect(after.members.filter(({ personId }) => personId === mia)).toHaveLength(1);
    expect(after.memberOf(mia)).toMatchObject({ part: 'coordinator', functionInGroup: 'bryr sig' });
  });

  it.each(['active', 'forming'] as const)('never goes to its own doctor, be it %s', (state) => {
    const group = aGroup({ state });

    expect(() => pass(group, group.inPart('doctor')!.personId)).toThrow('coreTrioNeedsThree');
  });

  it('takes back a coordinator who left, with a new yes', () => {
    const before = aGroup({ state: 'active' });
    const again = pass(pass(before), coordinatorOf(before));

    expect(again.memberOf(coordinatorOf(before))).toMatchObject({ isInTheGroup: true, approval });
    expect(again.memberOf(mia)?.isInTheGroup).toBe(false);
  });

  it('keeps nobody who left when it is a draft, where places are only proposed', () => {
    const after = pass(aGroup({ state: 'forming' }));

    expect(after.members.filter(({ isInTheGroup }) => !isInTheGroup)).toEqual([]);
    expect(coordinatorOf(after)).toBe(mia);
  });
});

describe('whose group it is', () => {
  it('is its coordinator’s and nobody else’s', () => {
    const group = aGroup({ state: 'active' });

    expect(isCoordinatedBy(group, coordinatorOf(group))).toBe(true);
    expect(isCoordinatedBy(group, mia)).toBe(false);
  });

  it('is the maker’s as long as a draft has no coordinator', () => {
    expect(isCoordinatedBy(aGroup({ members: [aMember({ part: 'service-user' })] }), mia)).toBe(true);
  });
});
