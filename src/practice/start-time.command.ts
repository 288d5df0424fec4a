import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { home } from '../platform/config/from-environment';

// node dist/practice/start-time.command.js
// Starts `npm run demo` on a free port, build and all, and prints the seconds until its first page answers.

const patience = 120_000;

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kretsen-start-'));
  const port = await freePort();
  const begun = performance.now();
  const demo = startDemo(folder, port);
  try {
    await answered(`http://localhost:${String(port)}/sign-in`, demo);
    const seconds = Math.round((performance.now() - begun) / 10) / 100;
    process.stdout.write(`${JSON.stringify({ measured: 'npm run demo to its first page', seconds })}\n`);
  } finally {
    await ended(demo);
    rmSync(folder, { recursive: true, force: true });
  }
}

// In a process group of its own, so that what npm starts ends with it.
const startDemo = (folder: string, port: number): ChildProcess =>
  spawn('npm', ['run', '--silent', 'demo'], {
    cwd: home,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, KRETSEN_PORT: String(port), KRETSEN_DATA_FOLDER: folder },
  });

async function answered(url: string, demo: ChildProcess): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (demo.exitCode !== null) throw new Error('The demo ended before it answered.');
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return;
    await sleep(20);
  }
  throw new Error('The demo did not answer within two minutes.');
}

function ended(demo: ChildProcess): Promise<void> {
  if (demo.pid === undefined || demo.exitCode !== null) return Promise.resolve();
  const group = -demo.pid;
  return new Promise((done) => {
    demo.once('exit', () => {
      done();
    });
    process.kill(group, 'SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') failed(new Error('There is no free port.'));
        else found(address.port);
      });
    });
  });
}

measure().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
