import type { Point } from '../../sociogram/domain/map-geometry';
import { element, inColour, number } from '../../sociogram/domain/svg-text';

/** Now and before, told apart by the line, the shape and the word; the colour only helps. */
export type StarTime = 'now' | 'before';
export const starTimes: readonly StarTime[] = ['now', 'before'];

const at = ({ x, y }: Point): string => `${number(x)} ${number(y)}`;

const lines = {
  now: { stroke: inColour.pine, 'stroke-width': 4 },
  before: { stroke: inColour.clay, 'stroke-width': 3, 'stroke-dasharray': '9 7' },
} as const satisfies Record<StarTime, object>;

export const starLine = (time: StarTime, from: Point, to: Point): string =>
  element(
    'path',
    { class: `star__line star__line--${time}`, d: `M${at(from)}L${at(to)}`, fill: 'none', ...lines[time] },
    '',
  );

/** A round mark for now, an open square for before. `half` is half its width. */
export function starMark(time: StarTime, { x, y }: Point, half: number): string {
  const same = { class: `star__mark star__mark--${time}` };
  if (time === 'now')
    return element(
      'circle',
      { ...same, cx: x, cy: y, r: half, fill: inColour.pine, stroke: '#ffffff', 'stroke-width': 2 },
      '',
    );
  const box = { x: x - half, y: y - half, width: half * 2, height: half * 2 };
  return element('rect', { ...same, ...box, fill: '#ffffff', stroke: inColour.clay, 'stroke-width': 3 }, '');
}
