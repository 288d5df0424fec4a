import { performance } from 'node:perf_hooks';
import { benchOptionsFrom, measuredAlone } from './bench/bench-options';
import { growthExponent } from './bench/growth';
import { caseloadFrom } from './caseload-file';
import { planCaseload } from './domain/plan-caseload';
import { inventedCaseload, regionKinds } from './invented-caseload';
import type { RegionName } from './invented-caseload';

// npm run bench:plan [-- --sizes 30,100 --kind ordinary,tight,overloaded]
// One line for each size: what planning an invented region of so many groups takes, and what the plan costs.

function timed<T>(work: () => T): { readonly result: T; readonly seconds: number } {
  const begun = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - begun) / 1000 };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

function figuresOf(groups: number, kind: RegionName) {
  const file = inventedCaseload({ ...regionKinds[kind], groups, seed: 1 });
  const { result: caseload, seconds: readSeconds } = timed(() => caseloadFrom(file));
  const { result: plan, seconds } = timed(() => planCaseload(caseload));
  const { unplaced, soft } = plan.cost;
  const meetings = plan.meetings.length + plan.unplaced.length;
  return {
    kind,
    groups,
    meetings,
    people: caseload.people.length,
    readSeconds: rounded(readSeconds),
    seconds: rounded(seconds),
    unplaced,
    soft,
    softPerMeeting: rounded(soft / plan.meetings.length),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

type Figures = ReturnType<typeof figuresOf>;

const tell = (figures: object): void => {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
};

function measureAll(kind: RegionName, sizes: readonly number[], seconds: number): void {
  const measured = sizes.map((size) => {
    const figures = JSON.parse(measuredAlone(__filename, { sizes: [size], kinds: [kind], seconds })) as Figures;
    tell(figures);
    return figures;
  });
  if (sizes.length > 1) tell({ kind, growthExponent: rounded(growthExponent(measured)) });
}

function run(): void {
  const usual = { sizes: '30,100,300,1000,3000', kinds: 'ordinary' };
  const { sizes, kinds, seconds, isAlone } = benchOptionsFrom(process.argv.slice(2), usual);
  for (const kind of kinds)
    if (isAlone) for (const size of sizes) tell(figuresOf(size, kind));
    else measureAll(kind, sizes, seconds);
}

try {
  run();
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
}
