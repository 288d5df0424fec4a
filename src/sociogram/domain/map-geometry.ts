import { Ring, Sector, sectors } from './placement';

// The picture's own units; the middle of the map is 0, 0 and angles are degrees clockwise from the right.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const middleRadius = 54;
export const mapRadius = 402;
/** Where the sectors' names stand, outside the rings. */
export const bandRadius = 438;

const ringEdges: Readonly<Record<Ring, readonly [inner: number, outer: number]>> = {
  1: [64, 178],
  2: [178, 292],
  3: [292, mapRadius],
};

const sectorWidth = 360 / sectors.length;

export const edgesOf = (ring: Ring): readonly [inner: number, outer: number] => ringEdges[ring];

/** The first sector has its middle at the top; the others follow clockwise. */
export function anglesOf(sector: Sector): readonly [from: number, to: number] {
  const middle = -90 + sectors.indexOf(sector) * sectorWidth;
  return [middle - sectorWidth / 2, middle + sectorWidth / 2];
}

export const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const polar = (radius: number, degrees: number): Point => ({
  x: radius * Math.cos(radians(degrees)),
  y: radius * Math.sin(radians(degrees)),
});

export const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

export const boxAround = ({ x, y }: Point, half: number): Box => ({
  left: x - half,
  top: y - half,
  right: x + half,
  bottom: y + half,
});

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const corners = ({ left, top, right, bottom }: Box): Point[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
];

export const isInsideCircle = (box: Box, radius: number): boolean =>
  corners(box).every(({ x, y }) => Math.hypot(x, y) <= radius);

/** Whether any of the box lies within the circle round the middle. */
export function touchesCircle({ left, top, right, bottom }: Box, radius: number): boolean {
  const nearest = { x: Math.max(left, Math.min(0, right)), y: Math.max(top, Math.min(0, bottom)) };
  return Math.hypot(nearest.x, nearest.y) < radius;
}

/** Whether a line from the middle to the point runs through the box (Liang and Barsky's clipping). */
export function lineFromMiddleCrosses({ x, y }: Point, { left, top, right, bottom }: Box): boolean {
  const edges = [
    [-x, -left],
    [x, right],
    [-y, -top],
    [y, bottom],
  ] as const;
  let [enters, leaves] = [0, 1];
  for (const [step, room] of edges) {
    if (step === 0 && room < 0) return false;
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return enters < leaves;
}
