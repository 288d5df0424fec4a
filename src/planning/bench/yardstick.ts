import { performance } from 'node:perf_hooks';
import type { Caseload } from '../domain/caseload';
import type { Plan } from '../domain/plan';
import { solve } from './highs';
import type { Solution, Solving } from './highs';
import { meetingsToPlace } from './meeting-choices';
import { planOfColumns } from './plan-of-columns';
import { setPackingOf } from './set-packing';
import type { SetPacking } from './set-packing';

/** What no plan of a caseload can beat, found by HiGHS on the set-packing model of the planner's rules. */
export interface Yardstick extends Pick<Solution, 'status' | 'unplaced' | 'softBound'> {
  /** The best plan found; only of the mode `optimum`. */
  readonly plan?: Plan;
  readonly buildSeconds: number;
  readonly solveSeconds: number;
  readonly size: ModelSize;
}

interface ModelSize {
  readonly columns: number;
  readonly rows: number;
  readonly entries: number;
}

export async function yardstickFor(caseload: Caseload, solving: Solving): Promise<Yardstick> {
  const begun = performance.now();
  const packing = setPackingOf(meetingsToPlace(caseload));
  const buildSeconds = (performance.now() - begun) / 1000;
  const { columns, seconds, ...known } = await solve(packing, solving);
  return {
    ...known,
    ...(solving.mode === 'optimum' ? { plan: planOfColumns(packing, columns) } : {}),
    buildSeconds,
    solveSeconds: seconds,
    size: sizeOf(packing),
  };
}

const sizeOf = ({ costs, rows }: SetPacking): ModelSize => ({
  columns: costs.length,
  rows: rows.length,
  entries: rows.reduce((total, { columns }) => total + columns.length, 0),
});
