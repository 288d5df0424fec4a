import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Letters } from '../invitations/letters.service';
import { RunJob } from '../caseload/run-job.service';
import { OutboxJob } from '../outbox/outbox-job.service';
import { type Language, languages } from '../kernel/in-words';
import { YearPicture } from '../planning/year-picture.service';
import { home } from '../platform/config/from-environment';
import { SettingsFaulty } from '../platform/config/read-settings';
import type { Settings } from '../platform/config/settings';
import { Database } from '../platform/database/database';
import { Words, type Say } from '../platform/web/words';
import { Guide } from './guide.service';
import { Narrator } from './narrator';
import { OutputFolder } from './output-folder';
import { planOfYear } from './plan-of-year';
import { buildPractice, type PracticeProgram } from './practice-house';
import { leftOut, practiceSettings, servingFolder } from './practice-settings';
import { Practice, type Practised } from './practice.service';
import { reasonOf, Refusal } from './refusal';

// npm run demo                               does the whole job, then serves the pages until Ctrl-C
// npm run demo -- --once --out DIR           does it in a fresh folder, writes what came of it into DIR, and ends

const environment = process.env;
const spoken: Language = languages.find((one) => one === environment.KRETSEN_LANGUAGE) ?? 'sv';
const say: Say = new Words(join(home, 'data', 'words')).in(spoken);
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The folder of `--out`; null when the pages are to be served. */
function folderFrom(args: readonly string[]): string | null {
  const { once = false, out } = optionsOf(args);
  if (once !== (out !== undefined)) throw new Refusal(say('practice.usage'));
  return out ?? null;
}

function optionsOf(args: readonly string[]) {
  try {
    const options = { once: { type: 'boolean' }, out: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (fault) {
    throw new Refusal(`${reasonOf(fault)} ${say('practice.usage')}`);
  }
}

async function once(out: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-practice-'));
  try {
    const output = new OutputFolder(out, say);
    const settings = practiceSettings(environment, home, folder);
    const program = await buildPractice(settings);
    try {
      const begun = performance.now();
      const practised = await practise(program, folder);
      await writeOut(program, practised, { output, settings, seconds: (performance.now() - begun) / 1000 });
    } finally {
      await program.close();
    }
    print(say('practice.written', { folder: out }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface WritingOut {
  readonly output: OutputFolder;
  readonly settings: Settings;
  readonly seconds: number;
}

async function writeOut(
  { app }: PracticeProgram,
  { viewer, group, plan }: Practised,
  { output, settings, seconds }: WritingOut,
): Promise<void> {
  const reading = await app.get(Database).transaction(async () => ({
    letters: await app.get(Letters, { strict: false }).print(viewer, group.id),
    year: (await app.get(YearPicture, { strict: false }).of(viewer, group.id)).text,
  }));
  const mail = join(settings.dataFolder, 'mail');
  output.write({ ...reading, mail, plan: planOfYear(plan, Math.round(seconds * 1000) / 1000) });
}

async function serve(): Promise<void> {
  const folder = servingFolder(environment, home);
  const settings = practiceSettings(environment, home, folder);
  await requireFree(settings.listen);
  rmSync(folder, { recursive: true, force: true });
  const program = await buildPractice(settings);
  const { account, own } = await practise(program, folder);
  program.app.get(Guide, { strict: false }).keep({ account, own });
  program.app.get(OutboxJob, { strict: false }).start();
  program.app.get(RunJob, { strict: false }).start();
  await program.app.listen(settings.listen.port, settings.listen.host);
  const lines = { address: settings.publicAddress, ...account, own: own.address, code: own.code };
  for (const key of ['open', 'signIn', 'own', 'mailbox', 'stop']) print(say(`practice.serve.${key}`, lines));
}

async function practise({ app }: PracticeProgram, folder: string): Promise<Practised> {
  const narrator = new Narrator(say, print);
  narrator.add('begin', { folder });
  const unused = leftOut(environment);
  if (unused.length > 0) narrator.add('leftOut', { names: unused.join(', ') });
  return app.get(Practice, { strict: false }).run(say, narrator);
}

// Before anything is done or removed: another practice may be running there.
function requireFree({ port, host }: Settings['listen']): Promise<void> {
  return new Promise((free, refused) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) => {
      const isTaken = fault.code === 'EADDRINUSE';
      refused(
        new Refusal(isTaken ? say('practice.portTaken', { port }) : say('practice.cannotListen', { port, host })),
      );
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        free();
      });
    });
  });
}

async function run(): Promise<void> {
  const out = folderFrom(process.argv.slice(2));
  await (out === null ? serve() : once(out));
}

run().catch((fault: unknown) => {
  const isToldPlainly = fault instanceof Refusal || fault instanceof SettingsFaulty;
  const told = fault instanceof Error && !isToldPlainly ? (fault.stack ?? fault.message) : reasonOf(fault);
  process.stderr.write(`${told}\n`);
  process.exitCode = 2;
});
