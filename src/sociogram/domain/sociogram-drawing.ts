import { columnStart } from './label-places';
import { anglesOf, bandRadius, edgesOf, mapRadius, middleRadius, Point, polar } from './map-geometry';
import { Placement, rings, Sector, sectors } from './placement';
import { DrawnFigure, Layout, layoutOf, nameSize, tieSize } from './sociogram-layout';
import { mark, tieLine } from './sociogram-signs';
import { legend, LegendWords, legendHeight } from './sociogram-legend';
import { element, inColour, number, text } from './svg-text';
import { fitted } from './text-width';

/** Everything the picture says, in the reader's language. */
export interface DrawingWords extends LegendWords {
  readonly title: string;
  readonly description: string;
  /** The one in the middle. */
  readonly middle: string;
  readonly sector: (sector: Sector) => string;
}

const halfHeight = bandRadius + 8;
const halfWidth = bandRadius + 12;
// Room for the names that stand outside the map, when there are any.
const columnWidth = 180;

/** The map as one SVG element: rings, sectors, the people with their ties, and always the legend. */
export function sociogramDrawing(placements: readonly Placement[], words: DrawingWords): string {
  const layout = layoutOf(placements, words.tie);
  const half = layout.figures.some(({ label }) => label.stands === 'outside') ? columnStart + columnWidth : halfWidth;
  const [width, height] = [half * 2, halfHeight * 2 + legendHeight];
  const viewBox = [-half, -halfHeight, width, height].map(number).join(' ');
  const frame = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'sociogram',
    viewBox,
    role: 'img',
    'aria-labelledby': 'sociogram-title sociogram-description',
    'font-family': "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif",
  };
  const parts = [
    element('title', { id: 'sociogram-title' }, text(words.title)),
    element('desc', { id: 'sociogram-description' }, text(words.description)),
    ...sectors.flatMap((sector) => ground(sector, words.sector(sector))),
    ...layout.figures.flatMap((figure) => lines(figure, layout)),
    middle(words.middle),
    ...layout.figures.map((figure) => mark(figure.point, layout.half, figure.placement.importantFunction)),
    ...layout.figures.flatMap(label),
    legend(halfHeight, words),
  ];
  return element('svg', frame, parts.join(''));
}

function ground(sector: Sector, name: string): string[] {
  const { rings: tints, band, ink } = inColour.sectors[sector];
  const cells = rings.map((ring) => piece(sector, edgesOf(ring), tints[ring]));
  const id = `sociogram-sector-${sector}`;
  const path = element('path', { id, d: nameArc(sector), fill: 'none' }, '');
  const along = element('textPath', { href: `#${id}`, startOffset: '50%' }, text(name));
  const title = element(
    'text',
    { class: 'sociogram__sector', fill: ink, 'font-size': 18, 'font-weight': 600, 'text-anchor': 'middle' },
    along,
  );
  return [...cells, piece(sector, [mapRadius, bandRadius], band), path, title];
}

/** One sector's part of a ring, with a seam of paper round it. */
function piece(sector: Sector, [inner, outer]: readonly [number, number], fill: string): string {
  const [from, to] = anglesOf(sector);
  const start = arcTo(inner, to, 1);
  const end = arcTo(outer, from, 0);
  const d = `M${at(polar(inner, from))}${start}L${at(polar(outer, to))}${end}Z`;
  return element('path', { d, fill, stroke: inColour.seam, 'stroke-width': 3 }, '');
}

const arcTo = (radius: number, to: number, sweep: 0 | 1): string =>
  `A${number(radius)} ${number(radius)} 0 0 ${String(sweep)} ${at(polar(radius, to))}`;

/** The line a sector's name stands on; in the lower half it runs the other way, so that no name is upside down. */
function nameArc(sector: Sector): string {
  const [from, to] = anglesOf(sector);
  const isLower = Math.sin(((from + to) * Math.PI) / 360) > 0.2;
  const radius = mapRadius + (isLower ? 25 : 11);
  const [first, last, sweep] = isLower ? ([to, from, 0] as const) : ([from, to, 1] as const);
  return `M${at(polar(radius, first))}${arcTo(radius, last, sweep)}`;
}

function middle(name: string): string {
  const disc = element(
    'circle',
    { r: middleRadius, fill: inColour.pine, stroke: inColour.seam, 'stroke-width': 4 },
    '',
  );
  const words = { y: 6, fill: '#ffffff', 'font-size': 18, 'font-weight': 700, 'text-anchor': 'middle' };
  return disc + element('text', words, text(fitted(name, 18, 2 * middleRadius - 12)));
}

function lines({ point, placement, label: { box, stands } }: DrawnFigure, { half }: Layout): string[] {
  const tie = tieLine(placement.tie, pointAt(point, middleRadius), pointAt(point, Math.hypot(point.x, point.y) - half));
  if (stands === 'beside') return [tie];
  const to = { x: box.left > 0 ? box.left - 4 : box.right + 4, y: (box.top + box.bottom) / 2 };
  const leader = { d: `M${at(point)}L${at(to)}`, stroke: inColour.quiet, 'stroke-width': 1, fill: 'none' };
  return [tie, element('path', { class: 'sociogram__leader', ...leader }, '')];
}

/** The point on the way from the middle to this one, so far out. */
function pointAt({ x, y }: Point, radius: number): Point {
  const whole = Math.hypot(x, y);
  return { x: (x / whole) * radius, y: (y / whole) * radius };
}

function label({ point, name, tie, placement, label: { box } }: DrawnFigure): string[] {
  const [anchor, x] = standing(point, box);
  const same = {
    x,
    'text-anchor': anchor,
    stroke: '#ffffff',
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'stroke-opacity': 0.85,
    'paint-order': 'stroke',
  };
  const [above, below] = [
    { class: 'sociogram__name', y: box.top + 15, fill: inColour.ink, 'font-size': nameSize, 'font-weight': 600 },
    { class: 'sociogram__tie', y: box.top + 31, fill: inColour.ties[placement.tie], 'font-size': tieSize },
  ];
  return [element('text', { ...same, ...above }, text(name)), element('text', { ...same, ...below }, text(tie))];
}

function standing({ x }: Point, { left, right }: DrawnFigure['label']['box']): readonly [string, number] {
  if (left > x) return ['start', left];
  if (right < x) return ['end', right];
  return ['middle', (left + right) / 2];
}

const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;
