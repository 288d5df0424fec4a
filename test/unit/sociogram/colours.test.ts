import { rings, sectors, ties } from '../../../src/sociogram/domain/placement';
import { inColour } from '../../../src/sociogram/domain/svg-text';

/** WCAG 2.2: relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const paper = '#faf7f1';
const grounds = [paper, ...sectors.flatMap((sector) => rings.map((ring) => inColour.sectors[sector].rings[ring]))];

describe('the colours of the picture', () => {
  it.each([
    ['names', inColour.ink],
    ...ties.map((tie): [string, string] => [`the word and line of a ${tie} tie`, inColour.ties[tie]]),
  ])('let %s be read on every ground', (_, colour) => {
    expect(Math.min(...grounds.map((ground) => contrast(colour, ground)))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(sectors)('let the name of the sector %s be read', (sector) => {
    const { band, ink } = inColour.sectors[sector];

    expect(contrast(ink, band)).toBeGreaterThanOrEqual(4.5);
  });

  it('let the name in the middle be read, and the marks be seen', () => {
    expect(contrast('#ffffff', inColour.pine)).toBeGreaterThanOrEqual(4.5);
    for (const mark of [inColour.pine, inColour.clay])
      expect(Math.min(...grounds.map((ground) => contrast(mark, ground)))).toBeGreaterThanOrEqual(3);
  });
});
