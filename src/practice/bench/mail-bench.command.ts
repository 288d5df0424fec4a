import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from '../../platform/config/from-environment';
import { LocalSecrets } from '../../platform/config/local-secrets';
import { readSettings } from '../../platform/config/read-settings';
import { type MailSink, startSink } from '../../platform/mail/bench/mail-sink';
import { sendThroughRawPool } from '../../platform/mail/bench/raw-pool';
import type { ComposableMail } from '../../platform/mail/compose';
import { buildPractice } from '../practice-house';
import { type BookedGroup, fillCaseload, mailsTo } from './caseload';
import { SendingInstance, type Spent } from './sending-instance';

// npm run bench:mail                 on SQLite, and on the empty database of DATABASE_URL when there is one
// Mails a second through the whole program beside the mail library by itself: same mails, same server, same run.

const groupsARound = 12;
// The first warms everything up, the last is measured step by step, and between them the two take turns.
const rounds = 5;

interface Engine {
  readonly database: 'sqlite' | 'postgres';
  readonly instances: number;
  readonly environment: NodeJS.ProcessEnv;
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-bench-'));
  const sink = await startSink();
  const url = process.env.DATABASE_URL ?? '';
  const common = {
    ...process.env,
    ...newKeys(),
    SMTP_URL: sink.url,
    KRETSEN_CHANGE_PAUSE: '0',
    DATABASE_URL: undefined,
  };
  const inFolder = (name: string) => ({ ...common, KRETSEN_DATA_FOLDER: join(folder, name) });
  try {
    await measureOn({ database: 'sqlite', instances: 1, environment: inFolder('sqlite') }, sink);
    const postgres = { ...inFolder('postgres'), DATABASE_URL: url };
    if (url !== '') await measureOn({ database: 'postgres', instances: 2, environment: postgres }, sink);
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function newKeys(): NodeJS.ProcessEnv {
  const key = (): string => randomBytes(32).toString('base64');
  return { KRETSEN_DATA_KEY: key(), KRETSEN_LINK_KEY: key() };
}

async function measureOn({ database, instances, environment }: Engine, sink: MailSink): Promise<void> {
  const { groups, mails } = await prepared(environment);
  const programs = await Promise.all(Array.from({ length: instances }, () => SendingInstance.start(environment)));
  const whole = (called: readonly BookedGroup[], inTurn: boolean): Promise<readonly Spent[]> =>
    Promise.all(
      programs.map((program, index) =>
        program.call({ groups: called.filter((_, at) => at % instances === index), inTurn }),
      ),
    );
  const speeds = { raw: [] as number[], whole: [] as number[] };
  let spent: readonly Spent[] = [];
  for (let round = 0; round < rounds; round++) {
    const called = groups.slice(round * groupsARound, (round + 1) * groupsARound);
    const raw = await speed(sink, mails.length, () => sendThroughRawPool(sink.url, mails));
    const own = await speed(sink, mails.length, async () => {
      spent = await whole(called, round === rounds - 1);
    });
    if (round === 0 || round === rounds - 1) continue;
    speeds.raw.push(raw);
    speeds.whole.push(own);
  }
  await Promise.all(programs.map((program) => program.stop()));
  const figures = { whole: median(speeds.whole), raw: median(speeds.raw) };
  const ratio = Number((figures.whole / figures.raw).toFixed(2));
  print({ database, instances, mails: mails.length, rounds: rounds - 2, ...figures, ratio, ...eachMail(spent, mails) });
}

interface Prepared {
  readonly groups: readonly BookedGroup[];
  /** Those of a round. */
  readonly mails: readonly ComposableMail[];
}

async function prepared(environment: NodeJS.ProcessEnv): Promise<Prepared> {
  const program = await buildPractice(readSettings({ environment, home, secrets: new LocalSecrets() }));
  try {
    const groups = await fillCaseload(program.app, groupsARound * rounds);
    return { groups, mails: await mailsTo(program.app, groups.slice(0, groupsARound)) };
  } finally {
    await program.close();
  }
}

async function speed(sink: MailSink, mails: number, send: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await send();
  const seconds = (performance.now() - started) / 1000;
  const taken = await sink.taken();
  if (taken !== mails) throw new Error(`${String(taken)} of ${String(mails)} mails arrived`);
  return Math.round(mails / seconds);
}

/** Where the time goes, in milliseconds a mail. */
function eachMail(spent: readonly Spent[], { length }: readonly ComposableMail[]) {
  const sum = (step: keyof Spent): number => spent.reduce((total, one) => total + one[step], 0);
  const each = (milliseconds: number): number => Number((milliseconds / length).toFixed(2));
  return { write: each(sum('write')), keep: each(sum('keep') - sum('write')), send: each(sum('send')) };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

measure().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
});
