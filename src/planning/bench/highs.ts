import { performance } from 'node:perf_hooks';
import loadHighs from 'highs';
import type { Highs, Model } from 'highs';
import type { SetPacking } from './set-packing';

/** `optimum`: the least cost of any plan, proven. `bound`: what the linear relaxation says that no plan goes below. */
type SolvingMode = 'optimum' | 'bound';

export interface Solving {
  readonly mode: SolvingMode;
  /** What is known by then is given. */
  readonly seconds: number;
  /** Asks for the soft cost with so many meetings unplaced; left out, with as few as can be. */
  readonly unplaced?: number;
}

export interface Solution {
  readonly status: 'proven' | 'stopped';
  /** No plan leaves fewer meetings unplaced, unless the number was given. */
  readonly unplaced: number;
  /** No plan that leaves so many unplaced has a lower soft cost. */
  readonly softBound: number;
  readonly columns: Float64Array;
  readonly seconds: number;
}

/**
 * First the fewest meetings unplaced, then the least soft cost with so many: summed up, the weight of the first would
 * be so great that HiGHS needs many times as long for the second.
 */
export async function solve(packing: SetPacking, solving: Solving): Promise<Solution> {
  const highs = await loadHighs();
  const begun = performance.now();
  return highs.withModel(arraysOf(packing), (model) => {
    const found = new Search(highs.constants, model, packing).solve(solving);
    return { ...found, seconds: (performance.now() - begun) / 1000 };
  });
}

class Search {
  private readonly unplacedRow: number;

  constructor(
    private readonly constants: Highs['constants'],
    private readonly model: Model,
    private readonly packing: SetPacking,
  ) {
    this.unplacedRow = packing.rows.length;
  }

  solve({ mode, seconds, unplaced: given }: Solving): Omit<Solution, 'seconds'> {
    // Soft costs are whole numbers, so a gap below one is none.
    this.model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.99 });
    let unplaced = given ?? this.fewestUnplaced();
    this.seekSoftCost(unplaced);
    if (mode === 'optimum') this.requireWholeChoices();
    this.model.run();
    while (this.isImpossible()) {
      unplaced += 1;
      this.model.changeRowBounds(this.unplacedRow, 0, unplaced);
      this.model.run();
    }
    return { ...this.found(mode), unplaced, columns: this.model.getSolution().colValue };
  }

  /** The linear relaxation's number rounded up: no plan leaves fewer, and hardly ever does the best leave more. */
  private fewestUnplaced(): number {
    const all = this.packing.meetings.map(({ unplaced }) => unplaced);
    this.model.changeColsCost(
      { kind: 'set', indices: all },
      all.map(() => 1),
    );
    this.model.run();
    return this.isProven() ? Math.ceil(this.model.getObjectiveValue() - 1e-6) : 0;
  }

  private seekSoftCost(unplaced: number): void {
    const { costs, meetings } = this.packing;
    this.model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    this.model.addRow(0, unplaced, {
      indices: meetings.map((meeting) => meeting.unplaced),
      values: meetings.map(() => 1),
    });
  }

  /** Who comes to meetings whose times are settled is whole by itself: each row is about one moment of one person. */
  private requireWholeChoices(): void {
    const choices = this.packing.meetings.flatMap((meeting) => meeting.choices.map(({ chosen }) => chosen));
    const { integer } = this.constants.variableType;
    this.model.changeColsIntegrality(
      { kind: 'set', indices: choices },
      choices.map(() => integer),
    );
  }

  private found(mode: SolvingMode): Pick<Solution, 'status' | 'softBound'> {
    const isProven = this.isProven();
    const relaxed = isProven ? this.model.getObjectiveValue() : 0;
    const softBound = mode === 'optimum' ? Number(this.model.info.get('mip_dual_bound')) : relaxed;
    return { status: isProven ? 'proven' : 'stopped', softBound };
  }

  private isProven(): boolean {
    return this.model.getModelStatus() === this.constants.modelStatus.optimal;
  }

  private isImpossible(): boolean {
    return this.model.getModelStatus() === this.constants.modelStatus.infeasible;
  }
}

function arraysOf({ costs, rows }: SetPacking) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const entries = starts.at(-1) ?? 0;
  const indices = new Int32Array(entries);
  const values = new Float64Array(entries);
  rows.forEach(({ columns, factors }, at) => {
    indices.set(columns, starts[at]);
    values.set(factors, starts[at]);
  });
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs.map(() => 0),
    colLower: costs.map(() => 0),
    colUpper: costs.map(() => 1),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: costs.length, starts, indices, values },
  } as const;
}
