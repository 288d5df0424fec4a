import type { Placement } from './placement';
import type { Sociogram } from './sociogram';

/** What became of the people on the map from one version to another. */
export interface Comparison {
  readonly new: readonly Placement[];
  readonly gone: readonly Placement[];
  readonly closer: readonly Placement[];
  readonly further: readonly Placement[];
}

export function compare(earlier: Sociogram, later: Sociogram): Comparison {
  const before = new Map(earlier.placements.map((one) => [one.figureId, one]));
  const after = new Set(later.placements.map((one) => one.figureId));
  const moved = (placement: Placement): number => placement.ring - (before.get(placement.figureId) ?? placement).ring;
  return {
    new: later.placements.filter((one) => !before.has(one.figureId)),
    gone: earlier.placements.filter((one) => !after.has(one.figureId)),
    closer: later.placements.filter((one) => moved(one) < 0),
    further: later.placements.filter((one) => moved(one) > 0),
  };
}
