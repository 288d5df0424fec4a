import { CalendarDate } from '../../../src/kernel/calendar-date';
import { decidersOf, mayBecome, Nomination, type NominationState } from '../../../src/sociogram/domain/nomination';
import { anId } from '../../support/people-builders';
import { aNomination, aStep } from '../../support/sociogram-builders';

const states = Object.keys(mayBecome) as NominationState[];
const wayTo: Record<NominationState, NominationState[]> = {
  'on-the-map': [],
  'proposed-by-me': ['proposed-by-me'],
  'may-be-asked': ['may-be-asked'],
  asked: ['may-be-asked', 'asked'],
  'talked-with': ['may-be-asked', 'asked', 'talked-with'],
  yes: ['may-be-asked', 'asked', 'talked-with', 'yes'],
  no: ['may-be-asked', 'asked', 'no'],
  maybe: ['may-be-asked', 'asked', 'talked-with', 'maybe'],
  'in-the-group': ['may-be-asked', 'asked', 'talked-with', 'yes', 'in-the-group'],
  left: ['may-be-asked', 'asked', 'talked-with', 'yes', 'in-the-group', 'left'],
};

describe('a nomination', () => {
  it('goes all the way from the map into the group', () => {
    const way: NominationState[] = [
      'proposed-by-me',
      'may-be-asked',
      'asked',
      'talked-with',
      'yes',
      'in-the-group',
      'left',
    ];

    const end = way.reduce((nomination, became) => nomination.step(aStep(became)), aNomination());

    expect(end.state).toBe('left');
  });

  it.each(states)('follows the table and nothing else from %s', (from) => {
    for (const to of states) {
      const stepping = () => aNomination(...wayTo[from]).step(aStep(to)).state;
      if ((mayBecome[from] as readonly NominationState[]).includes(to)) expect(stepping()).toBe(to);
      else expect(stepping).toThrow('notTheNextStep');
    }
  });

  it('lets nobody be asked whom the service user has not said yes to since it was last over', () => {
    const leadsToAsked = states.filter((from) => (mayBecome[from] as readonly NominationState[]).includes('asked'));

    expect(leadsToAsked).toEqual(['may-be-asked']);
    expect(decidersOf('may-be-asked')).toEqual(['service-user']);
  });

  it.each(['coordinator', 'person'] as const)(
    'is not decided by the %s in the place of the service user',
    (decidedBy) => {
      expect(() => aNomination().step(aStep('may-be-asked', { decidedBy }))).toThrow('notTheirDecision');
    },
  );

  it('names who it is among the people before they are asked', () => {
    const nobody = new Nomination(Object.assign({}, aNomination('may-be-asked'), { personId: null }));
    const personId = anId<'person'>();

    expect(() => nobody.step(aStep('asked'))).toThrow('fieldNotChosen {"field":"figurePerson"}');
    expect(nobody.linkedTo(personId).step(aStep('asked')).personId).toBe(personId);
  });

  it('stays the same person once asked', () => {
    expect(() => aNomination('may-be-asked', 'asked').linkedTo(anId<'person'>())).toThrow('notTheNextStep');
  });

  it('does not go back in time', () => {
    const earlier = aStep('asked', { day: CalendarDate.of('2027-01-11') });

    expect(() => aNomination('may-be-asked').step(earlier)).toThrow('stepBeforeTheLast');
  });

  it('has the service user’s approval until it is taken back', () => {
    expect(aNomination(...wayTo['in-the-group']).approval?.became).toBe('may-be-asked');
    expect(aNomination('may-be-asked', 'asked', 'on-the-map').approval).toBeNull();
    expect(aNomination(...wayTo.no).approval).toBeNull();
    expect(aNomination(...wayTo.left).approval).toBeNull();
  });

  it('remembers the talk only for the approval it followed', () => {
    expect(aNomination(...wayTo.yes).talk?.became).toBe('talked-with');
    expect(aNomination(...wayTo.yes, 'no', 'may-be-asked').talk).toBeNull();
  });
});
