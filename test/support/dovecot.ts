import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = '/usr/sbin/dovecot';

/** Dovecot starts as root only, and gives up that right in each of its parts. */
export const hasDovecot = (): boolean => process.getuid?.() === 0 && existsSync(program);

/** A Dovecot of the tests' own on a free port, with one mailbox in a folder that goes when it stops. */
export class Dovecot {
  private delivered = 0;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly keeper: ChildProcess,
    private readonly owner: Owner,
  ) {}

  static async start(): Promise<Dovecot> {
    const folder = mkdtempSync(join(tmpdir(), 'kretsen-dovecot-'));
    const port = await freePort();
    const owner = { uid: numberOfNobody('-u'), gid: numberOfNobody('-g') };
    chmodSync(folder, 0o755);
    for (const part of ['', 'new', 'cur', 'tmp']) made(join(folder, 'mail', part), owner);
    writeFileSync(join(folder, 'settings.conf'), settings(folder, port, owner));
    const dovecot = new Dovecot(folder, port, keeperOf(folder), owner);
    try {
      await answering(port);
    } catch (fault) {
      const said = dovecot.log();
      await dovecot.stop();
      throw new Error(`Dovecot did not start:\n${said}`, { cause: fault });
    }
    return dovecot;
  }

  get url(): string {
    return this.urlAt(this.port);
  }

  urlAt(port: number): string {
    return `imap://svar:secret@127.0.0.1:${String(port)}`;
  }

  /** Lays a mail into the mailbox, as a delivery agent does: under a name of its own, whole from the first moment. */
  deliver(raw: Buffer): void {
    this.delivered += 1;
    const name = `1800000000.${String(this.delivered).padStart(6, '0')}.tests`;
    const unfinished = join(this.folder, 'mail', 'tmp', name);
    writeFileSync(unfinished, raw);
    chownSync(unfinished, this.owner.uid, this.owner.gid);
    renameSync(unfinished, join(this.folder, 'mail', 'new', name));
  }

  empty(): void {
    for (const part of ['new', 'cur'])
      for (const name of readdirSync(join(this.folder, 'mail', part))) rmSync(join(this.folder, 'mail', part, name));
  }

  /** The flags of every mail in it: `S` when it has been seen. */
  flags(): readonly string[] {
    const names = ['new', 'cur'].flatMap((part) => readdirSync(join(this.folder, 'mail', part)));
    return names.sort().map((name) => name.split(':2,')[1] ?? '');
  }

  /** The server forgets its numbers, as it does when a mailbox is put back from a backup. */
  forgetNumbers(): void {
    const mail = join(this.folder, 'mail');
    for (const name of readdirSync(mail).filter((one) => one.startsWith('dovecot')))
      rmSync(join(mail, name), { recursive: true });
    writeFileSync(join(mail, 'dovecot-uidvalidity'), '7fffff00');
    writeFileSync(join(mail, 'dovecot-uidvalidity.7fffff00'), '');
    for (const name of ['dovecot-uidvalidity', 'dovecot-uidvalidity.7fffff00'])
      chownSync(join(mail, name), this.owner.uid, this.owner.gid);
  }

  /** A line to it that is cut after so many bytes; each later line is whole. */
  async lineCutAfter(bytes: number): Promise<{ readonly url: string; close(): void }> {
    let isCut = false;
    const lines = new Set<Socket>();
    const cutter = createServer((client) => {
      const server = connect(this.port, '127.0.0.1');
      const limit = isCut ? Number.POSITIVE_INFINITY : bytes;
      let passed = 0;
      const end = (): void => {
        client.destroy();
        server.destroy();
      };
      for (const line of [client, server]) lines.add(line.on('error', end).on('close', end));
      client.pipe(server);
      server.on('data', (piece: Buffer) => {
        passed += piece.length;
        client.write(piece);
        if (passed < limit) return;
        isCut = true;
        end();
      });
    }).listen(0, '127.0.0.1');
    await once(cutter, 'listening');
    const close = (): void => {
      cutter.close();
      for (const line of lines) line.destroy();
    };
    return { url: this.urlAt((cutter.address() as AddressInfo).port), close };
  }

  async stop(): Promise<void> {
    const gone = once(this.keeper, 'exit');
    this.keeper.stdin?.end();
    await gone;
  }

  private log(): string {
    const file = join(this.folder, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8').slice(-2000) : '';
  }
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function made(folder: string, { uid, gid }: Owner): void {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, uid, gid);
}

// Its input ends however the run ends: by itself, by Ctrl-C, by kill -9.
const keeper = `
trap '' INT TERM HUP
'${program}' -F -c "$1/settings.conf" &
read -r _
kill "$!"
wait "$!"
rm -rf "$1"
`;

const keeperOf = (folder: string): ChildProcess =>
  spawn('sh', ['-c', keeper, 'sh', folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });

const settings = (folder: string, port: number, { uid, gid }: Owner): string => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = nobody
default_internal_group = ${groupName(gid)}
default_login_user = nobody
first_valid_uid = 1
mail_max_userip_connections = 100
mail_location = maildir:${folder}/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${String(uid)} gid=${String(gid)} home=${folder}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${String(port)}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

function groupName(gid: number): string {
  const line = readFileSync('/etc/group', 'utf8')
    .split('\n')
    .find((one) => one.split(':')[2] === String(gid));
  return line?.split(':')[0] ?? 'nogroup';
}

function numberOfNobody(flag: '-u' | '-g'): number {
  const asked = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  if (asked.status !== 0) throw new Error('There is no account "nobody" to deliver as.');
  return Number(asked.stdout);
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const line = connect(port, '127.0.0.1');
    const answered = await Promise.race([
      once(line, 'data').then(() => true),
      once(line, 'close').then(() => false),
    ]).catch(() => false);
    line.destroy();
    if (answered) return;
    await sleep(50);
  }
  throw new Error('no answer');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
