import fc from 'fast-check';
import { fitOf, fitted } from '../../../src/agendas/domain/fit';
import { standingAgenda } from '../../../src/agendas/domain/standing-agenda';
import { resourceGroupProfile } from '../../support/groups-builders';

const sum = (minutes: readonly number[]) => minutes.reduce((total, one) => total + one, 0);
const profile = resourceGroupProfile();

describe('an agenda against its meeting', () => {
  it('says by how much it does not fit', () => {
    expect(fitOf(72, 60)).toEqual({ kind: 'over', by: 12 });
    expect(fitOf(60, 60)).toEqual({ kind: 'fits' });
    expect(fitOf(55, 60)).toEqual({ kind: 'left', by: 5 });
  });

  const someMinutes = fc.array(fc.integer({ min: 1, max: 480 }), { minLength: 1, maxLength: 40 });
  const someLength = fc.integer({ min: 1, max: 240 });

  it('always fits exactly when there is a minute for every item, or has one minute for each', () => {
    fc.assert(
      fc.property(someMinutes, someLength, (minutes, length) => {
        const shares = fitted(minutes, length);

        expect(shares).toHaveLength(minutes.length);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
        expect(sum(shares)).toBe(Math.max(length, minutes.length));
      }),
    );
  });

  it('leaves minutes as they are when they already fit', () => {
    fc.assert(
      fc.property(someMinutes, (minutes) => {
        expect(fitted(minutes, sum(minutes))).toEqual(minutes);
      }),
    );
  });

  it('never gives a longer item less than a shorter one', () => {
    fc.assert(
      fc.property(someMinutes, someLength, (given, length) => {
        const minutes = given.toSorted((a, b) => b - a);
        const shares = fitted(minutes, length);

        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('the standing agenda', () => {
  it.each([
    [1, 60],
    [1, 90],
    [2, 60],
    [2, 90],
  ])('of meeting %i fits %i minutes exactly', (meetingNumber, minutes) => {
    const items = standingAgenda(profile, { meetingNumber, minutes, language: 'sv' });

    expect(sum(items.map((item) => item.minutes))).toBe(minutes);
  });

  it('of the first meeting introduces, the others follow up', () => {
    const titles = (meetingNumber: number) =>
      standingAgenda(profile, { meetingNumber, minutes: 60, language: 'sv' }).map((item) => item.title);

    expect(titles(1)).toContain('Vilka vi är för varandra');
    expect(titles(2)).toContain('Uppgifter sedan sist');
    expect(titles(2)).toHaveLength(12);
  });

  it('is written in the language asked for', () => {
    const [first] = standingAgenda(profile, { meetingNumber: 2, minutes: 60, language: 'en' });

    expect(first?.title).toBe('Welcome, who leads');
  });
});
