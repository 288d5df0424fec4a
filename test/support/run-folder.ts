import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processFile } from './postgres';

/** What one test run leaves on the disk lies in one folder, and goes with it. */
export interface RunFolder {
  readonly path: string;
  sweep(): Promise<void>;
}

// The broom waits for its input to end, which it does however the run ends: by itself, by Ctrl-C, by kill -9.
// Then it stops the PostgreSQL that keeps its number in this folder, and removes the folder.
const broom = `
trap '' INT TERM HUP
read -r _
if [ -f "$2" ]; then
  kill -INT "$(head -n 1 "$2")"
  tries=0
  while [ -f "$2" ] && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
fi
rm -rf "$1"
`;

export function makeRunFolder(): RunFolder {
  const path = mkdtempSync(join(tmpdir(), 'kretsen-test-'));
  const sweeper = spawn('sh', ['-c', broom, 'sh', path, processFile(path)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return { path, sweep: () => ended(sweeper) };
}

function ended(sweeper: ChildProcess): Promise<void> {
  return new Promise((done) => {
    sweeper.once('exit', () => {
      done();
    });
    sweeper.stdin?.end();
  });
}
