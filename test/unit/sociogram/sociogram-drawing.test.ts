import * as fc from 'fast-check';
import {
  anglesOf,
  edgesOf,
  isInsideCircle,
  mapRadius,
  middleRadius,
  overlap,
  polar,
  touchesCircle,
  type Box,
} from '../../../src/sociogram/domain/map-geometry';
import { mostPlacements } from '../../../src/sociogram/domain/sociogram';
import { rings, sectors, ties, type Placement } from '../../../src/sociogram/domain/placement';
import { sociogramDrawing } from '../../../src/sociogram/domain/sociogram-drawing';
import { layoutOf } from '../../../src/sociogram/domain/sociogram-layout';
import { TrustedSvg } from '../../../src/platform/web/trusted-svg';
import { aPlacement, drawingWords, tieWords } from '../../support/sociogram-builders';

const names = fc.oneof(
  fc.constantFrom('Bo', 'Eva', 'Anna-Karin', 'Handläggaren på Försäkringskassan', 'WWWWWWWWWWWWWWWWWWWW'),
  fc
    .string({ unit: fc.constantFrom(...Array.from('abcWÅÖ<&"\'>- ')), minLength: 1, maxLength: 40 })
    .filter((name) => name.trim() !== ''),
);

const someone = fc
  .record({
    name: names,
    sector: fc.constantFrom(...sectors),
    ring: fc.constantFrom(...rings),
    tie: fc.constantFrom(...ties),
    importantFunction: fc.boolean(),
    figureId: fc.uuid(),
  })
  .map(({ figureId, ...given }) => aPlacement({ ...given, figureId: figureId as Placement['figureId'] }));

const maps = fc.uniqueArray(someone, { maxLength: mostPlacements, selector: ({ figureId }) => figureId });

/** Everybody in one part of the map: the hardest case. */
const crowds = fc
  .tuple(
    fc.constantFrom(...sectors),
    fc.constantFrom(...rings),
    fc.uniqueArray(someone, { minLength: 20, maxLength: 24, selector: ({ figureId }) => figureId }),
  )
  .map(([sector, ring, people]) => people.map((one) => one.toldAnew({ sector, ring })));

const layoutFor = (placements: readonly Placement[]) => layoutOf(placements, drawingWords.tie);

const pairs = <Thing>(things: readonly Thing[]): [Thing, Thing][] =>
  things.flatMap((one, place) => things.slice(place + 1).map((other): [Thing, Thing] => [one, other]));

const around = ({ x, y }: { x: number; y: number }, half: number): Box => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
});

describe('the layout of a sociogram', () => {
  it.each([
    ['any map', maps],
    ['a crowd in one place', crowds],
  ])('lets no label cover another, a mark, the middle or the names of the sectors: %s', (_, given) => {
    fc.assert(
      fc.property(given, (placements) => {
        const { half, figures } = layoutFor(placements);
        const boxes = figures.map(({ label }) => label.box);
        expect(pairs(boxes).filter(([one, other]) => overlap(one, other))).toEqual([]);
        expect(boxes.filter((box) => figures.some(({ point }) => overlap(box, around(point, half))))).toEqual([]);
        expect(boxes.filter((box) => touchesCircle(box, middleRadius))).toEqual([]);
        for (const { label } of figures)
          if (label.stands === 'beside') expect(isInsideCircle(label.box, mapRadius)).toBe(true);
          else expect(Math.min(Math.abs(label.box.left), Math.abs(label.box.right))).toBeGreaterThan(438);
      }),
    );
  });

  it.each([
    ['any map', maps],
    ['a crowd in one place', crowds],
  ])('puts everybody inside their own sector and ring, and no mark on another: %s', (_, given) => {
    fc.assert(
      fc.property(given, (placements) => {
        const { half, figures } = layoutFor(placements);
        for (const { placement, point } of figures) {
          const radius = Math.hypot(point.x, point.y);
          const [inner, outer] = edgesOf(placement.ring);
          expect(radius - half).toBeGreaterThanOrEqual(inner);
          expect(radius + half).toBeLessThanOrEqual(outer);
          expect(sideOf(point, anglesOf(placement.sector)[0])).toBeGreaterThanOrEqual(half);
          expect(sideOf(point, anglesOf(placement.sector)[1])).toBeLessThanOrEqual(-half);
        }
        const near = pairs(figures).filter(
          ([a, b]) => Math.hypot(a.point.x - b.point.x, a.point.y - b.point.y) < 2 * half,
        );
        expect(near).toEqual([]);
      }),
    );
  });

  it('gives nobody in a sector the direction of another, so that no tie runs through a mark', () => {
    const family = ([1, 2, 3, 1, 2, 3] as const).map((ring) => aPlacement({ ring, sector: 'family' }));
    const directions = layoutFor(family).figures.map(({ point }) => Math.atan2(point.y, point.x));

    expect(Math.min(...pairs(directions).map(([a, b]) => Math.abs(a - b)))).toBeGreaterThan(0.05);
  });
});

// The distance from the line at this angle through the middle; clockwise of it is positive.
function sideOf({ x, y }: { x: number; y: number }, degrees: number): number {
  const line = polar(1, degrees);
  return line.x * y - line.y * x;
}

describe('the picture of a sociogram', () => {
  it('is the same for the same people, in whatever order they come', () => {
    fc.assert(
      fc.property(maps, (placements) => {
        const texts = (order: readonly Placement[]) =>
          layoutFor(order)
            .figures.map((one) => `${one.name} ${JSON.stringify([one.point, one.label])}`)
            .toSorted();
        expect(texts(placements.toReversed())).toEqual(texts(placements));
        expect(sociogramDrawing(placements, drawingWords)).toBe(sociogramDrawing(placements, drawingWords));
      }),
      { numRuns: 30 },
    );
  });

  it('may stand in a page whatever people are called', () => {
    fc.assert(
      fc.property(maps, (placements) => {
        const { text } = new TrustedSvg(sociogramDrawing(placements, drawingWords));
        expect(text.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
    const named = sociogramDrawing([aPlacement({ name: '<script>x' })], drawingWords);
    expect(named).toContain('&lt;script&gt;x');
    expect(named).not.toContain('<script');
  });

  it('has a title, a description and every sign explained, though the map is empty', () => {
    const empty = sociogramDrawing([], drawingWords);

    for (const words of [drawingWords.title, drawingWords.description, ...Object.values(tieWords)])
      expect(empty).toContain(`>${words}<`);
    expect(empty).toContain(`>${drawingWords.importantFunction}<`);
    expect(empty).toMatch(/^<svg [^>]*role="img" aria-labelledby="sociogram-title sociogram-description"/);
  });

  it('tells each tie by a word beside the name', () => {
    const drawn = sociogramDrawing([aPlacement({ tie: 'strained' })], { ...drawingWords, tie: () => 'spänd' });

    // Beside the person, and four times in the legend.
    expect(drawn.split('>spänd<')).toHaveLength(6);
  });
});
