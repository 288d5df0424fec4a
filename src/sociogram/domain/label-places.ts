import {
  bandRadius,
  Box,
  boxAround,
  isInsideCircle,
  lineFromMiddleCrosses,
  mapRadius,
  middleRadius,
  overlap,
  Point,
  touchesCircle,
} from './map-geometry';
import type { MarkerPlaces } from './marker-places';
import type { FigureId } from './placement';

export interface LabelSize {
  readonly figureId: FigureId;
  readonly width: number;
  readonly height: number;
}

export interface LabelPlace {
  readonly box: Box;
  /** `beside` its mark, or `outside` the map with a thin line from the mark. */
  readonly stands: 'beside' | 'outside';
}

type Places = ReadonlyMap<FigureId, LabelPlace>;

/** The inner edge of the columns outside the map. */
export const columnStart = bandRadius + 16;
const columnTop = -430;
const columnBottom = 430;
const gap = 3;

/** A place for every name, so that none covers another, a mark, the middle or the sectors' names. */
export function labelPlaces(labels: readonly LabelSize[], markers: MarkerPlaces): Places {
  const inner = labels.toSorted(
    (a, b) => closeness(a, markers) - closeness(b, markers) || (a.figureId < b.figureId ? -1 : 1),
  );
  const beside = new Map<FigureId, LabelPlace>();
  for (const label of inner) {
    const box = besideMark(label, markers, beside);
    if (box) beside.set(label.figureId, { box, stands: 'beside' });
  }
  const left = inner.filter(({ figureId }) => !beside.has(figureId));
  return new Map([...beside, ...outside(left, markers)]);
}

const pointOf = ({ figureId }: LabelSize, { at }: MarkerPlaces): Point => at.get(figureId) ?? { x: 0, y: 0 };

// Nearest the middle first: there is least room.
function closeness(label: LabelSize, markers: MarkerPlaces): number {
  const { x, y } = pointOf(label, markers);
  return Math.round(Math.hypot(x, y));
}

function besideMark(label: LabelSize, markers: MarkerPlaces, taken: Places): Box | undefined {
  const hindrances = [
    ...[...taken.values()].map(({ box }) => box),
    ...[...markers.at.values()].map((point) => boxAround(point, markers.half + 1)),
  ];
  const free = candidates(label, pointOf(label, markers), markers.half).filter(
    (box) =>
      isInsideCircle(box, mapRadius - gap) &&
      !touchesCircle(box, middleRadius + gap) &&
      !hindrances.some((other) => overlap(box, other)),
  );
  const costs = free.map((box, order) => ({ box, cost: order * 0.1 + tiesUnder(box, markers) }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.box;
}

const tiesUnder = (box: Box, { at }: MarkerPlaces): number =>
  [...at.values()].filter((point) => lineFromMiddleCrosses(point, box)).length;

/** Below, above, to the sides, and a little aside of these; the first is liked best. */
function candidates({ width, height }: LabelSize, { x, y }: Point, half: number): Box[] {
  const near = half + gap;
  const aside = [0, 0.25, -0.25, 0.45, -0.45];
  const rows = [y + near, y - near - height];
  const underOrOver = aside.flatMap((share) => rows.map((top) => ({ left: x - width / 2 + share * width, top })));
  const levels = [0, 0.3, -0.3].map((share) => y - height / 2 + share * height);
  const beside = levels.flatMap((top) => [
    { left: x + near, top },
    { left: x - near - width, top },
  ]);
  return [...underOrOver.slice(0, 2), ...beside.slice(0, 2), ...underOrOver.slice(2), ...beside.slice(2)].map(
    ({ left, top }) => ({ left, top, right: left + width, bottom: top + height }),
  );
}

function outside(labels: readonly LabelSize[], markers: MarkerPlaces): [FigureId, LabelPlace][] {
  const bySide = labels.toSorted((a, b) => pointOf(a, markers).x - pointOf(b, markers).x);
  const wished = bySide.filter((label) => pointOf(label, markers).x < 0).length;
  const most = rowsOf(labels);
  const toLeft = Math.max(Math.min(wished, most), labels.length - most);
  return [...column(bySide.slice(0, toLeft), markers, 'left'), ...column(bySide.slice(toLeft), markers, 'right')];
}

const pitchOf = (labels: readonly LabelSize[]): number => Math.max(1, ...labels.map(({ height }) => height)) + gap;

const rowsOf = (labels: readonly LabelSize[]): number => Math.floor((columnBottom - columnTop) / pitchOf(labels));

/** One under the other, each as near the height of its mark as the others allow. */
function column(labels: readonly LabelSize[], markers: MarkerPlaces, side: 'left' | 'right'): [FigureId, LabelPlace][] {
  const downwards = labels.toSorted((a, b) => pointOf(a, markers).y - pointOf(b, markers).y);
  const wished = downwards.map((label) => pointOf(label, markers).y - label.height / 2);
  const tops = spread(wished, pitchOf(labels));
  return downwards.map((label, place) => {
    const top = tops[place] ?? columnTop;
    const left = side === 'right' ? columnStart : -columnStart - label.width;
    const box = { left, top, right: left + label.width, bottom: top + label.height };
    return [label.figureId, { box, stands: 'outside' }];
  });
}

/** Rising heights at least a pitch apart and within the column, with the least sum of squares from those wished for. */
function spread(wished: readonly number[], pitch: number): number[] {
  // Pool adjacent violators: less their places in the row, the heights only have to rise.
  const blocks: { sum: number; count: number }[] = [];
  for (const [place, wish] of wished.entries()) {
    let block = { sum: wish - place * pitch, count: 1 };
    for (
      let above = blocks.at(-1);
      above && above.sum / above.count >= block.sum / block.count;
      above = blocks.at(-1)
    ) {
      block = { sum: above.sum + block.sum, count: above.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const highest = columnBottom - wished.length * pitch;
  return blocks
    .flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
    .map((height, place) => Math.max(columnTop, Math.min(height, highest)) + place * pitch);
}
