import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { DomainError } from '../kernel/domain-error';
import { Words } from '../platform/web/words';
import { caseloadFrom } from './caseload-file';
import { CaseloadFileError } from './caseload-file-error';
import { planCaseload } from './domain/plan-caseload';
import { planFileOf } from './plan-file';

const help = `Plans every meeting of a caseload at once.

  npm run --silent plan -- --input caseload.json [--output plan.json] [--seconds 60]

  --input FILE    the caseload to plan
  --output FILE   where the plan is written; without it the plan is printed
  --seconds N     the best plan found so far is given after this time (60)
  --help          these lines

The same caseload gives the same plan, unless the time ran out. A faulty caseload is refused, with the place of
each fault, and nothing is written (exit code 2).

Three keys of a caseload change nothing when left out:
  "weighed": [{ "day": "2027-05-07", "cost": 4, "why": "squeezeDay" }]
       a meeting on that day costs so much more (why: squeezeDay, halfDay, quietWeek or other)
  "groups"[…]."keepMonth": true
       a meeting stays in its target's calendar month if any time there works
  "groups"[…]."preferred": { "weekdays": ["tue"], "from": "13:00", "to": "16:00", "cost": 3 }
       a meeting outside these weekdays or hours costs so much more
What they cost is told as "wishes" beside "soft"; the search makes the sum of both small.
`;

const say = new Words(join(__dirname, '../../data/words')).in('en');

/** What was asked for cannot be done; the sentences say why. */
class Refusal extends Error {}

interface Wish {
  readonly input: string;
  readonly output?: string;
  readonly seconds: number;
}

function wishFrom(args: readonly string[]): Wish | 'help' {
  const { input, output, seconds = '60', help: asksHelp } = optionsOf(args);
  if (asksHelp) return 'help';
  if (input === undefined) throw new Refusal('--input is missing: name the caseload file (--help tells more).');
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(seconds) || Number(seconds) === 0)
    throw new Refusal(`--seconds must be a number above 0, not "${seconds}".`);
  return { input, seconds: Number(seconds), ...(output === undefined ? {} : { output }) };
}

function optionsOf(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { input: text, output: text, seconds: text, help: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new Refusal(messageOf(error));
  }
}

// Bytes. Beyond this a text no longer fits in memory beside what it tells.
const largestFile = 256 * 1024 * 1024;

function read(file: string): unknown {
  const text = textOf(file);
  if (text.trim() === '') throw new Refusal(`${file} is empty.`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${file} cannot be read as JSON: ${messageOf(error)}`);
  }
}

function textOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Refusal(`${file} is not there.`);
  if (!found.isFile()) throw new Refusal(`${file} is no file.`);
  if (found.size > largestFile) throw new Refusal(`${file} is larger than 256 MiB; plan fewer groups at a time.`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${messageOf(error)}`);
  }
}

/** The file is whole or not there at all. */
function write(file: string, text: string): void {
  const draft = `${file}.${String(process.pid)}.draft`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Refusal(`${file} cannot be written: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function run(wish: Wish): void {
  const caseload = caseloadFrom(read(wish.input));
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const plan = planCaseload(caseload, { shouldStop: () => elapsed() >= wish.seconds });
  const text = `${JSON.stringify(planFileOf(plan, Math.round(elapsed() * 1000) / 1000, say), null, 2)}\n`;
  if (wish.output === undefined) process.stdout.write(text);
  else write(wish.output, text);
}

function refusalFrom(error: unknown): string {
  if (error instanceof Refusal || error instanceof CaseloadFileError) return error.message;
  if (error instanceof DomainError) return say(`error.${error.code}`, error.values);
  throw error;
}

try {
  const wish = wishFrom(process.argv.slice(2));
  if (wish === 'help') process.stdout.write(help);
  else run(wish);
} catch (error) {
  process.stderr.write(`${refusalFrom(error)}\n`);
  process.exitCode = 2;
}
