import { performance } from 'node:perf_hooks';
import { caseloadFrom } from '../caseload-file';
import type { Caseload } from '../domain/caseload';
import { planCaseload } from '../domain/plan-caseload';
import { inventedCaseload, regionKinds } from '../invented-caseload';
import type { RegionName } from '../invented-caseload';
import { benchOptionsFrom, measuredAlone } from './bench-options';
import { yardstickFor } from './yardstick';
import type { Yardstick } from './yardstick';

// npm run bench:optimum [-- --sizes 100,300,1000 --kind ordinary,tight,overloaded --seconds 120]
// One line for each kind and size: our plan beside what HiGHS proves that no plan can beat. Beyond 300 groups a proof
// takes too long, and the bound of the linear relaxation stands for it.

const largestProven = 300;

const rounded = (number: number): number => Math.round(number * 100) / 100;

function ourPlan(caseload: Caseload) {
  const begun = performance.now();
  const { cost } = planCaseload(caseload);
  return { unplaced: cost.unplaced, soft: cost.soft, seconds: rounded((performance.now() - begun) / 1000) };
}

type OurFigures = ReturnType<typeof ourPlan>;

async function compare(kind: RegionName, groups: number, seconds: number): Promise<object> {
  const caseload = caseloadFrom(inventedCaseload({ ...regionKinds[kind], groups, seed: 1 }));
  const ours = ourPlan(caseload);
  const mode = groups > largestProven ? 'bound' : 'optimum';
  const best = await yardstickFor(caseload, { mode, seconds });
  const softBound = await softBoundBeside(ours, best, () =>
    yardstickFor(caseload, { mode: 'bound', seconds, unplaced: ours.unplaced }),
  );
  const highs = { mode, ...figuresOf(best) };
  return { kind, groups, ours, highs, ...gapsBetween(ours, best, softBound), size: best.size };
}

/** A plan that leaves more meetings unplaced saves their soft cost: it is compared with others that leave as many. */
async function softBoundBeside(
  ours: OurFigures,
  best: Yardstick,
  boundWithOurs: () => Promise<Yardstick>,
): Promise<number> {
  return ours.unplaced === best.unplaced ? best.softBound : (await boundWithOurs()).softBound;
}

function figuresOf({ status, unplaced, softBound, plan, ...rest }: Yardstick) {
  return {
    status,
    unplaced,
    softBound: rounded(softBound),
    ...(plan ? { found: { unplaced: plan.cost.unplaced, soft: plan.cost.soft } } : {}),
    buildSeconds: rounded(rest.buildSeconds),
    solveSeconds: rounded(rest.solveSeconds),
  };
}

function gapsBetween(ours: OurFigures, best: Yardstick, softBound: number) {
  return {
    unplacedMore: ours.unplaced - best.unplaced,
    softGapPercent: rounded((ours.soft / softBound - 1) * 100),
    timesFaster: rounded((best.buildSeconds + best.solveSeconds) / ours.seconds),
  };
}

async function run(): Promise<void> {
  const usual = { sizes: '100,300,1000', kinds: 'ordinary,tight,overloaded' };
  const { sizes, kinds, seconds, isAlone } = benchOptionsFrom(process.argv.slice(2), usual);
  for (const kind of kinds)
    for (const size of sizes)
      process.stdout.write(
        isAlone
          ? `${JSON.stringify(await compare(kind, size, seconds))}\n`
          : measuredAlone(__filename, { sizes: [size], kinds: [kind], seconds }),
      );
}

run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
