import { execFileSync } from 'node:child_process';
import { execArgv, execPath } from 'node:process';
import { parseArgs } from 'node:util';
import { regionNames } from '../invented-caseload';
import type { RegionName } from '../invented-caseload';

/** What a bench of plans is asked for on its command line. */
export interface BenchOptions {
  readonly sizes: readonly number[];
  readonly kinds: readonly RegionName[];
  readonly seconds: number;
  /** This process measures one size of one kind; the one that started it adds up. */
  readonly isAlone: boolean;
}

interface Usual {
  readonly sizes: string;
  readonly kinds: string;
}

export function benchOptionsFrom(args: readonly string[], usual: Usual): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: usual.sizes },
      kind: { type: 'string', default: usual.kinds },
      seconds: { type: 'string', default: '120' },
      alone: { type: 'boolean', default: false },
    },
  });
  return {
    sizes: values.sizes.split(',').map(wholeNumber),
    kinds: values.kind.split(',').map(kindNamed),
    seconds: wholeNumber(values.seconds),
    isAlone: values.alone,
  };
}

/** Each size in a process of its own, so that its peak memory is its own. Gives the line that it printed. */
export function measuredAlone(command: string, options: Omit<BenchOptions, 'isAlone'>): string {
  const { sizes, kinds, seconds } = options;
  const wish = ['--sizes', sizes.join(), '--kind', kinds.join(), '--seconds', String(seconds), '--alone'];
  return execFileSync(execPath, [...execArgv, command, ...wish], { encoding: 'utf8' });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`"${text}" is no whole number above 0.`);
  return Number(text);
}

function kindNamed(text: string): RegionName {
  const kind = regionNames.find((name) => name === text);
  if (!kind) throw new Error(`"${text}" is none of ${regionNames.join(', ')}.`);
  return kind;
}
