import { lines } from '../../../src/method/domain/lines';
import { lineOf, requireMayState } from '../../../src/method/domain/statement';
import { anId, someMoment } from '../../support/groups-builders';
import { aStatement } from '../../support/method-builders';

const keysOf = (kept: string): readonly string[] => lines.filter((line) => line.kept === kept).map(({ key }) => key);

describe('what is written about a line', () => {
  it('says why, in words', () => {
    expect(() => aStatement({ words: ' ' })).toThrow('fieldMissing');
    expect(() => aStatement({ words: 'x'.repeat(501) })).toThrow('fieldTooLong');
  });

  it('holds no personal number', () => {
    expect(() => aStatement({ words: 'Olle 19121212-1212' })).toThrow('personalNumberTyped');
  });

  it('is taken back once, by whoever did it first', () => {
    const [siv, per] = [anId<'user'>(), anId<'user'>()];
    const taken = aStatement().takeBack(someMoment, siv);

    expect(taken.takeBack(someMoment, per)).toBe(taken);
    expect(taken).toMatchObject({ isInForce: false, takenBackBy: siv });
  });

  it('is never that a required line was chosen otherwise', () => {
    expect(keysOf('required')).toEqual(['approved', 'held', 'neutral', 'consent']);
    for (const key of keysOf('required')) {
      expect(() => {
        requireMayState('otherwise', lineOf(key));
      }).toThrow('methodLineRequired');
      expect(() => {
        requireMayState('noted', lineOf(key));
      }).toThrow('methodLineKept');
    }
  });

  it('is that something is done only where the house cannot see it', () => {
    expect(keysOf('told')).toEqual(['relatives', 'talk', 'choices']);
    for (const key of keysOf('kept'))
      expect(() => {
        requireMayState('noted', lineOf(key));
      }).toThrow('methodLineKept');
    for (const key of keysOf('told'))
      expect(() => {
        requireMayState('noted', lineOf(key));
      }).not.toThrow();
  });

  it('is about a line of the method', () => {
    expect(() => lineOf('points')).toThrow('notFound');
  });
});
