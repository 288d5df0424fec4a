import fc from 'fast-check';
import { type Axis, outwards, valueOn } from '../../../src/progress/domain/axis';
import type { Measure } from '../../../src/progress/domain/measure';
import { measuringsOf } from '../../../src/progress/domain/measuring';
import { angleOf, innerRadius, pointOf, radiusAt } from '../../../src/progress/domain/star-geometry';
import { starView } from '../../../src/progress/domain/star-view';
import { aDay, anId } from '../../support/groups-builders';
import { aMeasure, aPattern, aStar, aStarReader, olle } from '../../support/progress-builders';

const axes = aPattern().axes;
const axisCalled = (key: string): Axis => axes.find((axis) => axis.key === key)!;

const someValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 });
const someGaps = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });

/** A whole measuring in one day, with these axes left out. */
const measured = (shares: readonly number[], gaps: readonly boolean[] = []): readonly Measure[] =>
  axes.flatMap((axis, place) => {
    if (gaps[place] === true) return [];
    const value = Math.round(axis.min + (shares[place] ?? 0) * (axis.max - axis.min));
    return [aMeasure({ axis: axis.key, rater: axis.rater, value })];
  });

interface Drawn {
  readonly x: number;
  readonly y: number;
}

const marksIn = (svg: string): readonly Drawn[] =>
  [...svg.matchAll(/<circle class="star__mark star__mark--now" cx="([-\d.]+)" cy="([-\d.]+)" r="8"/g)].map(
    ([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }),
  );
const linesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/star__line--now" d="(M[^"]*)"/g)].map(([, d]) => d!).slice(0, -1);

describe('a value on its axis', () => {
  it('goes from 0 to 100 outwards, the best of a reversed axis outermost', () => {
    expect(outwards(axisCalled('quality-of-life'), 10)).toBe(100);
    expect(outwards(axisCalled('quality-of-life'), 1)).toBe(0);
    expect(outwards(axisCalled('troubles'), 1)).toBe(100);
    expect(outwards(axisCalled('troubles'), 10)).toBe(0);
    expect(outwards(axisCalled('symptoms'), 100)).toBe(100);
  });

  it.each(['0', '11', '-1', '5,5', '6.5', 'sex', '1e1', ''])(
    'is refused when "%s" is typed on a scale of 1 to 10',
    (typed) => {
      expect(() => valueOn(axisCalled('quality-of-life'), typed)).toThrow('valueOutsideScale');
    },
  );

  it('turned round is drawn as far out as its opposite the right way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), (value) => {
        const [right, reversed] = [axisCalled('quality-of-life'), axisCalled('troubles')];
        expect(outwards(reversed, value)).toBeCloseTo(outwards(right, 11 - value), 9);
      }),
    );
  });
});

describe('measurings', () => {
  const on = (day: string, given: Partial<Measure> = {}) => aMeasure({ day: aDay(day), ...given });

  it('hold what different people said within two months', () => {
    const eva = on('2027-05-20', { axis: 'close-ones', rater: 'relative', raterId: anId() });
    const [one, ...more] = measuringsOf([eva, on('2027-04-12')], 60);

    expect(more).toEqual([]);
    expect([one?.from.iso, one?.until.iso, one?.measures.length]).toEqual(['2027-04-12', '2027-05-20', 2]);
  });

  it('begin anew when the same person answers the same again, or after two months', () => {
    const again = measuringsOf([on('2027-04-12'), on('2027-04-20')], 60);
    const late = measuringsOf([on('2027-04-12'), on('2027-07-01', { axis: 'satisfied' })], 60);

    expect([again.length, late.length]).toEqual([2, 2]);
  });

  it('leave out what was taken back', () => {
    const wrong = on('2027-04-12').takenBack(anId<'user'>(), aMeasure().typedAt);

    expect(measuringsOf([wrong], 60)).toEqual([]);
  });
});

describe('the star', () => {
  it('gives each axis the same radius and the same sentences however the axes are ordered', () => {
    const shuffled = fc.shuffledSubarray([...axes], { minLength: axes.length });
    fc.assert(
      fc.property(someValues, someGaps, shuffled, (shares, gaps, order) => {
        const measures = measured(shares, gaps);
        const told = (by: readonly Axis[]) => {
          const view = starView(aStar(measures, by), null, aStarReader());
          return new Map(view.axes.map(({ name, sentences }) => [name, sentences]));
        };
        expect(told(order)).toEqual(told(axes));
        for (const { axis: key, value } of measures) {
          const axis = axisCalled(key);
          const far = ({ x, y }: Drawn): number => Math.hypot(x, y);
          const places = [axes, order].map((by) => pointOf(axis, value, angleOf(by.indexOf(axis), by.length)));
          expect(far(places[1]!)).toBeCloseTo(far(places[0]!), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws a mark for each measured value and none for a missing one, and nothing ever in the middle', () => {
    fc.assert(
      fc.property(someValues, someGaps, (shares, gaps) => {
        const measures = measured(shares, gaps);
        const { pictures } = starView(aStar(measures), null, aStarReader());
        for (const svg of [pictures.named, pictures.numbered]) {
          const marks = marksIn(svg).filter(({ x, y }) => Math.hypot(x, y) <= radiusAt(100) + 0.1);
          expect(marks).toHaveLength(measures.length);
          for (const { x, y } of marks) expect(Math.hypot(x, y)).toBeGreaterThan(innerRadius - 0.1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws a line only between two axes side by side that were both measured', () => {
    fc.assert(
      fc.property(someValues, someGaps, (shares, gaps) => {
        const { pictures } = starView(aStar(measured(shares, gaps)), null, aStarReader());
        const whole = axes.filter((_, place) => !gaps[place]! && !gaps[(place + 1) % axes.length]!);
        const hasAny = gaps.some((gap) => !gap);
        expect(linesIn(pictures.named)).toHaveLength(hasAny ? whole.length : 0);
      }),
      { numRuns: 60 },
    );
  });

  it('fills no area and adds nothing up', () => {
    const { pictures, axes: told, table } = starView(aStar(measured([1, 1, 1, 1, 1, 1, 1])), null, aStarReader());

    expect(pictures.named).not.toMatch(/<polygon|<path[^>]*fill="(?!none)/);
    expect(told).toHaveLength(7);
    expect(table.rows).toHaveLength(7);
  });

  it('says each value with its day and who gave it, and that an old one is old', () => {
    const star = aStar([aMeasure({ day: aDay('2027-04-12') })]);
    const told = (today: string) =>
      starView(star, null, aStarReader({ today: aDay(today) })).axes.find(({ name }) => name === 'Livskvalitet')
        ?.sentences;

    expect(told('2028-04-12')).toEqual(['Livskvalitet: 6 av 10, mätt 12 april 2027 av Olle.']);
    expect(told('2028-04-13')).toEqual(['Livskvalitet: 6 av 10, mätt 12 april 2027 av Olle. Äldre än 12 månader.']);
  });

  it('says that a reversed axis is reversed, in the picture and in words', () => {
    const { pictures, axes: told } = starView(aStar([aMeasure({ axis: 'troubles' })]), null, aStarReader());

    expect(pictures.named).toContain('Omvänd: lägre är bättre');
    expect(told.find(({ name }) => name === 'Upplevda besvär')?.sentences).toContain(
      'Upplevda besvär är omvänd: lägre är bättre.',
    );
  });

  it('puts two who rate the same beside each other', () => {
    const both = [
      aMeasure({ axis: 'close-ones', rater: 'relative', value: 2 }),
      aMeasure({ axis: 'close-ones', rater: 'relative', value: 8, raterId: anId() }),
    ];
    const { pictures, axes: told } = starView(aStar(both), null, aStarReader());

    const sentences = told.find(({ name }) => name === 'Närståendes situation')?.sentences ?? [];
    expect([...sentences].sort()).toEqual([
      'Närståendes situation: 2 av 10, mätt 12 april 2027 av Olle.',
      'Närståendes situation: 8 av 10, mätt 12 april 2027 av Eva.',
    ]);
    expect(pictures.named).toContain('2 av 10, Olle');
    expect(pictures.named).toContain('8 av 10, Eva');
    expect(marksIn(pictures.named).filter(({ x, y }) => Math.hypot(x, y) < radiusAt(100))).toHaveLength(2);
  });

  it('lays at most one earlier under the latest, told apart by line, shape and word', () => {
    const days = ['2025-04-01', '2026-04-01', '2027-04-01'];
    const star = aStar(
      days.flatMap((day) => axes.map((axis) => aMeasure({ axis: axis.key, rater: axis.rater, day: aDay(day) }))),
    );
    const chosen = starView(star, 1, aStarReader()).pictures.named;

    expect(star.measurings).toHaveLength(3);
    expect(chosen).toContain('Förut: 1 april 2025');
    expect(chosen).not.toContain('2026');
    expect(chosen.match(/<rect class="star__mark star__mark--before"/g)).toHaveLength(7 + 7 + 1);
    expect(chosen).toContain('stroke-dasharray');
  });

  it('draws no line over a measuring in which the axis was left out', () => {
    const days = ['2025-04-01', '2026-04-01', '2027-04-01'];
    const other = days.map((day) => aMeasure({ axis: 'satisfied', day: aDay(day) }));
    const gap = ['2025-04-01', '2027-04-01'].map((day) => aMeasure({ day: aDay(day) }));
    const { lines } = starView(aStar([...other, ...gap]), null, aStarReader());
    const linesOf = (name: string) =>
      lines.find((one) => one.name === name)?.picture.match(/class="over-time__line"/g)?.length ?? 0;

    expect([linesOf('Nöjd med stödet'), linesOf('Livskvalitet')]).toEqual([2, 0]);
  });

  it('shows what people are called as text only', () => {
    const both = [aMeasure(), aMeasure({ raterId: anId() })];
    const { pictures } = starView(
      aStar(both),
      null,
      aStarReader({ nameOf: (id) => (id === olle ? '<b>O</b>' : '"E"') }),
    );

    expect(pictures.named).not.toContain('<b>');
    expect(pictures.named).toContain('&lt;b&gt;O');
  });
});
