import { LabelPlace, labelPlaces } from './label-places';
import { boxAround, Point } from './map-geometry';
import { markerPlaces } from './marker-places';
import type { Placement, Tie } from './placement';
import { fitted, textWidth } from './text-width';

export const nameSize = 16;
export const tieSize = 13;
const roomForName = 172;
const labelHeight = 36;

/** Somebody drawn: the mark's middle, and the label with what stands on it. */
export interface DrawnFigure {
  readonly placement: Placement;
  readonly point: Point;
  readonly name: string;
  readonly tie: string;
  readonly label: LabelPlace;
}

export interface Layout {
  /** Half the width of the widest mark. */
  readonly half: number;
  readonly figures: readonly DrawnFigure[];
}

/** Where everybody's mark and name stand. The same people always give the same picture. */
export function layoutOf(placements: readonly Placement[], tieWord: (tie: Tie) => string): Layout {
  const markers = markerPlaces(placements);
  const said = placements.map((placement) => {
    const name = fitted(placement.name, nameSize, roomForName);
    const tie = tieWord(placement.tie);
    const width = Math.max(textWidth(name, nameSize), textWidth(tie, tieSize));
    return { placement, name, tie, size: { figureId: placement.figureId, width, height: labelHeight } };
  });
  const labels = labelPlaces(
    said.map(({ size }) => size),
    markers,
  );
  const figures = said.map(({ placement, name, tie, size }) => {
    const point = markers.at.get(placement.figureId) ?? { x: 0, y: 0 };
    const label = labels.get(size.figureId) ?? { box: boxAround(point, 0), stands: 'beside' as const };
    return { placement, point, name, tie, label };
  });
  return { half: markers.half, figures };
}
