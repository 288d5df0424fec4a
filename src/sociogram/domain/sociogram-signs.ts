import { Point, polar, radians } from './map-geometry';
import type { Tie } from './placement';
import { element, inColour, number } from './svg-text';

const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});

/** A round mark, or a star for somebody with a good and important function. `half` is the widest half width. */
export function mark(point: Point, half: number, isImportant: boolean): string {
  const edge = { stroke: '#ffffff', 'stroke-width': 2 };
  if (!isImportant)
    return element('circle', { cx: point.x, cy: point.y, r: half * 0.72, fill: inColour.pine, ...edge }, '');
  const corners = Array.from({ length: 10 }, (_, corner) => {
    const { x, y } = polar(corner % 2 === 0 ? half : half * 0.5, corner * 36 - 90);
    return at({ x: point.x + x, y: point.y + y });
  });
  return element('path', { d: `M${corners.join('L')}Z`, fill: inColour.clay, 'stroke-linejoin': 'round', ...edge }, '');
}

/** The tie as a line with a pattern of its own: whole, dotted, zigzag, or cut off. */
export function tieLine(tie: Tie, from: Point, to: Point): string {
  const colour = { class: `sociogram__line sociogram__line--${tie}`, fill: 'none', stroke: inColour.ties[tie] };
  const straight = `M${at(from)}L${at(to)}`;
  switch (tie) {
    case 'supportive':
      return element('path', { ...colour, d: straight, 'stroke-width': 3.5 }, '');
    case 'weak':
      return element(
        'path',
        { ...colour, d: straight, 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-dasharray': '0.1 8' },
        '',
      );
    case 'strained':
      return element('path', { ...colour, d: zigzag(from, to), 'stroke-width': 2.2, 'stroke-linejoin': 'round' }, '');
    case 'broken':
      return element('path', { ...colour, d: cutOff(from, to), 'stroke-width': 2.5 }, '');
  }
}

/** Steps of about six units, four to each side. */
function zigzag(from: Point, to: Point): string {
  const steps = Math.max(2, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 6));
  const across = acrossOf(from, to, 4);
  const points = Array.from({ length: steps - 1 }, (_, place) => {
    const on = between(from, to, (place + 1) / steps);
    const side = place % 2 === 0 ? 1 : -1;
    return at({ x: on.x + across.x * side, y: on.y + across.y * side });
  });
  return `M${[at(from), ...points, at(to)].join('L')}`;
}

/** Two ends that do not meet, each with a bar across. */
function cutOff(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const apart = Math.min(0.2, 7 / length);
  const [near, far] = [between(from, to, 0.5 - apart), between(from, to, 0.5 + apart)];
  const across = acrossOf(from, to, 8);
  const bar = (on: Point): string =>
    `M${at({ x: on.x - across.x, y: on.y - across.y })}L${at({ x: on.x + across.x, y: on.y + across.y })}`;
  return `M${at(from)}L${at(near)}${bar(near)}${bar(far)}M${at(far)}L${at(to)}`;
}

/** So long a step at a right angle to the line. */
function acrossOf(from: Point, to: Point, length: number): Point {
  const direction = Math.atan2(to.y - from.y, to.x - from.x) + radians(90);
  return { x: Math.cos(direction) * length, y: Math.sin(direction) * length };
}
