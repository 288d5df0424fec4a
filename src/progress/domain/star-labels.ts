import { polar } from '../../sociogram/domain/map-geometry';
import { element, inColour, text } from '../../sociogram/domain/svg-text';
import { fitted } from '../../sociogram/domain/text-width';
import type { Axis } from './axis';
import { type Measuring, measuresOn } from './measuring';
import type { DrawnStar, StarStyle, StarWords } from './star-words';
import { angleOf, outerRadius } from './star-geometry';
import { starMark, type StarTime } from './star-signs';

const nameSize = 19;
const valueSize = 17;
const lineHeight = 23;
/** From the middle to the picture's left and right edge. */
export const namedHalfWidth = 520;
const margin = 8;
const signWidth = 30;

/** What stands at the end of an arm: the axis's name and values, or the number it has in the list below. */
export function starLabel(star: DrawnStar, place: number, words: StarWords, style: StarStyle): string {
  const axis = star.axes[place];
  if (!axis) return '';
  const angle = angleOf(place, star.axes.length);
  return style === 'named' ? named(star, axis, angle, words) : numbered(place + 1, angle);
}

function numbered(label: number, angle: number): string {
  const { x, y } = polar(outerRadius + 34, angle);
  const disc = element(
    'circle',
    { cx: x, cy: y, r: 24, fill: '#fffefb', stroke: inColour.quiet, 'stroke-width': 2 },
    '',
  );
  const said = { x, y: y + 10, fill: inColour.ink, 'font-size': 29, 'font-weight': 600, 'text-anchor': 'middle' };
  return disc + element('text', said, String(label));
}

interface Line {
  readonly words: string;
  readonly time: StarTime | null;
  readonly isName: boolean;
}

function named(star: DrawnStar, axis: Axis, angle: number, words: StarWords): string {
  const lines = linesOf(star, axis, words);
  const end = polar(outerRadius + 24, angle);
  const height = lines.length * lineHeight;
  // Above the star the words end at the arm, below it they begin there, at its sides they stand across from it.
  const top = end.y - (height * (1 - Math.sin((angle * Math.PI) / 180))) / 2;
  const side = Math.abs(end.x) < 1 ? 'middle' : end.x > 0 ? 'start' : 'end';
  return lines.map((one, place) => drawn(one, { x: end.x, y: top + place * lineHeight + 17, side })).join('');
}

function linesOf({ now, before }: DrawnStar, axis: Axis, words: StarWords): readonly Line[] {
  const values = (time: StarTime, shown: Measuring | null): Line[] =>
    (shown ? measuresOn(axis, shown) : []).map((one) => ({ words: words.value(one, axis), time, isName: false }));
  return [
    { words: words.label(axis), time: null, isName: true },
    ...(axis.better === 'lower' ? [{ words: words.reversed, time: null, isName: false }] : []),
    ...values('now', now),
    ...values('before', before),
  ];
}

interface Standing {
  readonly x: number;
  readonly y: number;
  readonly side: 'start' | 'middle' | 'end';
}

function drawn({ words, time, isName }: Line, { x, y, side }: Standing): string {
  const size = isName ? nameSize : valueSize;
  const written = fitted(
    words,
    size,
    side === 'middle' ? namedHalfWidth : namedHalfWidth - Math.abs(x) - margin - signWidth,
  );
  const look = { fill: inColour.ink, 'font-size': size, ...(isName ? { 'font-weight': 600 } : {}) };
  if (time === null) return element('text', { x, y, 'text-anchor': side, ...look }, text(written));
  // The sign stands at the arm's side of the words, so that it needs no measuring of them.
  const away = side === 'end' ? -1 : 1;
  const signAt = { x: side === 'middle' ? x - 52 : x + 8 * away, y: y - 6 };
  const wordsAt = { x: signAt.x + 16 * away, y, 'text-anchor': side === 'end' ? 'end' : 'start' };
  return starMark(time, signAt, 6) + element('text', { ...wordsAt, ...look }, text(written));
}
