import { performance } from 'node:perf_hooks';
import { caseloadFrom } from './caseload-file';
import { planCaseload } from './domain/plan-caseload';
import { inventedCaseload } from './invented-caseload';

const busyShare = 0.35;

function milliseconds(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const tell = (figures: Readonly<Record<string, number>>): void => {
  process.stdout.write(`${JSON.stringify(figures)}\n`);
};

const one = caseloadFrom(inventedCaseload({ groups: 1, busyShare, seed: 1 }));
const runs = Array.from({ length: 50 }, () => milliseconds(() => planCaseload(one)));
tell({ groups: 1, people: one.people.length, medianMs: Math.round(median(runs) * 100) / 100 });

for (const groups of [30, 100, 300]) {
  const caseload = caseloadFrom(inventedCaseload({ groups, busyShare, seed: 1 }));
  let cost = { unplaced: 0, soft: 0 };
  const seconds = milliseconds(() => ({ cost } = planCaseload(caseload))) / 1000;
  tell({ groups, people: caseload.people.length, seconds: Math.round(seconds * 100) / 100, ...cost });
}
