import { withFunctions, withPeopleIn } from '../../../src/groups/domain/forming';
import { aGroup, aMember, resourceGroupProfile } from '../../support/groups-builders';

const profile = resourceGroupProfile();

describe('a resource group', () => {
  it.each([
    ['coordinator', 'groupWithoutCoordinator'],
    ['doctor', 'groupWithoutDoctor'],
    ['service-user', 'groupWithoutServiceUser'],
  ] as const)('is not made without its %s', (part, code) => {
    const whole = aGroup();
    const lacking = whole.with({ members: whole.members.filter((member) => member.part !== part) });

    expect(() => lacking.with({ sizeReason: 'Få men nära.' }).form(profile)).toThrow(code);
  });

  it('shows the core trio first and adjuncts last', () => {
    const shuffled = aGroup({ network: 1, adjuncts: 1 }).members.toReversed();

    const parts = aGroup({ members: shuffled }).members.map((member) => member.part);

    expect(parts).toEqual(['service-user', 'coordinator', 'doctor', 'network', 'adjunct']);
  });

  it('may begin again after it has ended, since support has no end date', () => {
    const ended = aGroup({ state: 'active' }).become('ended');

    expect(ended.become('active').state).toBe('active');
  });

  it('does not become a draft again', () => {
    expect(() => aGroup({ state: 'active' }).become('forming')).toThrow('groupCannotBecome');
  });

  it('is never left by its service user', () => {
    expect(() => aGroup().inPart('service-user')?.leave()).toThrow('serviceUserCannotLeave');
  });

  it('asks anew for the yes of somebody who comes back', () => {
    expect(aMember().leave().comeBack('network').isApproved).toBe(false);
  });

  it.each(['Olle\r\nBcc: x@y.example', '{{name}}', ''])('refuses the name %j', (name) => {
    expect(() => aGroup({ name })).toThrow();
  });

  it('takes no personal number in its name', () => {
    expect(() => aGroup({ name: 'Olle 19121212-1212' })).toThrow('personalNumberTyped');
  });
});

describe('a draft', () => {
  it('puts new people in the places of those chosen before', () => {
    const draft = aGroup({ network: 3 });
    const newcomer = aMember({ part: 'network' });

    const after = withPeopleIn(draft, ['network'], [newcomer]);

    expect(after.counted.map((member) => member.part)).toEqual(['service-user', 'coordinator', 'doctor', 'network']);
    expect(after.memberOf(newcomer.personId)).toBe(newcomer);
  });

  it('gives one person one place', () => {
    const draft = aGroup({ network: 1 });
    const doctor = draft.inPart('doctor')!;

    const after = withPeopleIn(draft, ['network'], [aMember({ part: 'network', personId: doctor.personId })]);

    expect(after.members.filter((member) => member.personId === doctor.personId)).toHaveLength(1);
  });

  it('is not rearranged once it is a group', () => {
    expect(() => withPeopleIn(aGroup({ state: 'active' }), ['network'], [])).toThrow('groupAlreadyMade');
  });

  it('keeps the functions that are not told anew', () => {
    const known = aMember({ functionInGroup: 'bjuder på kaffe' });
    const group = aGroup().withMember(known);

    const after = withFunctions(group, new Map());

    expect(after.memberOf(known.personId)?.functionInGroup).toBe('bjuder på kaffe');
  });
});
