import { type Point, polar } from '../../sociogram/domain/map-geometry';
import { element, inColour, number, text } from '../../sociogram/domain/svg-text';
import type { Axis } from './axis';
import { type Measuring, measuresOn } from './measuring';
import { angleOf, innerRadius, outerRadius, pointOf, radiusAt } from './star-geometry';
import { namedHalfWidth, starLabel } from './star-labels';
import { starLegend } from './star-legend';
import { starLine, starMark, type StarTime, starTimes } from './star-signs';
import type { DrawnStar, StarStyle, StarWords } from './star-words';

const rings = [0, 25, 50, 75, 100];
const half = { named: { width: namedHalfWidth, height: 372 }, numbered: { width: 312, height: 312 } } as const;

/** The star as one SVG element: rings, an arm for each axis, the marks with their outlines, and always the legend. */
export function starDrawing(star: DrawnStar, words: StarWords, style: StarStyle): string {
  const { width, height } = half[style];
  const times = starTimes.filter((time) => star[time] !== null);
  const legend = starLegend({ top: height, times }, words, style);
  const viewBox = [-width, -height, width * 2, height * 2 + legend.height].map(number).join(' ');
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: `star star--${style}`,
    viewBox,
    role: 'img',
    'aria-labelledby': `star-${style}-title star-${style}-description`,
    'font-family': "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  };
  const parts = [
    element('title', { id: `star-${style}-title` }, text(words.title)),
    element('desc', { id: `star-${style}-description` }, text(words.description)),
    ground(star.axes.length, style),
    measuring('before', star.before, star.axes),
    measuring('now', star.now, star.axes),
    ...star.axes.map((_, place) => starLabel(star, place, words, style)),
    legend.drawn,
  ];
  return element('svg', frame, parts.join(''));
}

/** Five rings, an arm for each axis, and where 0 and 100 are. */
function ground(arms: number, style: StarStyle): string {
  const line = { fill: 'none', stroke: '#cfc7b8', 'stroke-width': 1.5 };
  const circles = rings.map((share) => element('circle', { r: radiusAt(share), ...line }, ''));
  const spokes = Array.from({ length: arms }, (_, place) => {
    const [from, to] = [innerRadius, outerRadius].map((radius) => polar(radius, angleOf(place, arms)));
    return from && to ? element('path', { d: `M${at(from)}L${at(to)}`, ...line }, '') : '';
  });
  const size = style === 'named' ? 15 : 22;
  const between = angleOf(-0.5, arms);
  const scale = [0, 50, 100].map((share) => {
    const { x, y } = polar(radiusAt(share), between);
    const halo = { stroke: '#fffefb', 'stroke-width': 5, 'paint-order': 'stroke' };
    const said = { x, y: y + size / 3, fill: inColour.quiet, 'font-size': size, 'text-anchor': 'middle', ...halo };
    return element('text', { class: 'star__scale', ...said }, String(share));
  });
  return [...circles, ...spokes, ...scale].join('');
}

/** Only what was measured: an axis without a value has no mark, and no line leads to it or past it. */
function measuring(time: StarTime, shown: Measuring | null, axes: readonly Axis[]): string {
  if (shown === null) return '';
  const points = axes.map((axis, place) =>
    measuresOn(axis, shown).map(({ value }) => pointOf(axis, value, angleOf(place, axes.length))),
  );
  const lines = points.flatMap((here, place) => {
    const next = points[(place + 1) % points.length] ?? [];
    return here.flatMap((from) => next.map((to) => starLine(time, from, to)));
  });
  const marks = points.flat().map((point) => starMark(time, point, time === 'now' ? 8 : 11));
  return [...lines, ...marks].join('');
}

const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
