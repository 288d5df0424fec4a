import { formingSteps } from '../../../src/groups/domain/forming';
import { aGroup } from '../../support/groups-builders';

const left = (draft: Parameters<typeof formingSteps>[0]) =>
  formingSteps(draft)
    .filter(({ isDone }) => !isDone)
    .map(({ step }) => step);

describe('the questions on the way to a group', () => {
  it('are all left but the first when only the service user is known', () => {
    const whole = aGroup();
    const group = whole.with({ members: whole.members.filter((member) => member.part === 'service-user') });

    expect(left({ group, isPermitted: false, isUnusual: true })).toEqual([
      'core',
      'chosen',
      'functions',
      'permissions',
      'size',
    ]);
  });

  it('ask about the size only when it is unusual', () => {
    const asked = formingSteps({ group: aGroup(), isPermitted: true, isUnusual: false });

    expect(asked.map(({ step }) => step)).not.toContain('size');
  });

  it('are answered about functions when everybody from the map has one', () => {
    const group = aGroup();
    const described = group.with({ members: group.members.map((member) => member.asWhat('hjälper till')) });

    expect(left({ group, isPermitted: true, isUnusual: false })).toEqual(['functions']);
    expect(left({ group: described, isPermitted: true, isUnusual: false })).toEqual([]);
  });
});
