import { aGivenWish, aWish } from '../../support/answers-builders';
import { someMoment } from '../../support/groups-builders';

describe('a wish', () => {
  it('says something, or names another time', () => {
    expect(() => aWish({ text: ' ' })).toThrow('fieldMissing');
    expect(aWish({ text: '', proposedStart: someMoment }).proposedStart).toBe(someMoment);
  });

  it('is refused with what no text may hold', () => {
    expect(() => aWish({ text: 'a\u202eb' })).toThrow('fieldWithHiddenCharacters');
    expect(() => aWish({ text: 'a'.repeat(1001) })).toThrow('fieldTooLong');
  });

  it('knows itself when it is said again, and only then', () => {
    const given = aGivenWish({ text: 'Torsdag\r\nklockan tio' });
    const wish = aWish(given);

    expect(wish.says({ ...given, text: ' Torsdag\nklockan tio ', at: someMoment.plusMinutes(5) })).toBe(true);
    expect(wish.says({ ...given, text: 'Fredag' })).toBe(false);
    expect(wish.says({ ...given, kind: 'need' })).toBe(false);
    expect(wish.says({ ...given, personId: aGivenWish().personId })).toBe(false);
    expect(wish.says({ ...given, proposedStart: someMoment })).toBe(false);
  });

  it('is seen once, the first time', () => {
    const seen = aWish().seen(someMoment);

    expect(seen.seen(someMoment.plusMinutes(9)).seenAt).toBe(someMoment);
  });
});
