import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const program = '/usr/sbin/postfix';

/** Postfix starts as root only, and gives up that right in each of its parts. */
export const hasPostfix = (): boolean => process.getuid?.() === 0 && existsSync(program);

/** A mail in its mailbox: what Postfix wrote above it, and the rest as it was handed over, with the lines of a file. */
export interface Delivered {
  readonly trace: ReadonlyMap<string, string>;
  readonly rest: Buffer;
}

/** A Postfix of the tests' own on a free port, with one mailbox for everybody at `.example` and nowhere else to send. */
export class Postfix {
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly sweeper: ChildProcess,
  ) {}

  static async start(): Promise<Postfix> {
    // Not in the folder of the run: the broom of that one does not wait for this one's (see run-folder.ts).
    const folder = mkdtempSync(join(tmpdir(), 'kretsen-postfix-'));
    const port = await freePort();
    const postfix = new Postfix(folder, port, sweeperOf(folder));
    try {
      postfix.launch();
    } catch (fault) {
      await postfix.stop();
      throw fault;
    }
    return postfix;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** Everything that was delivered, as soon as nothing is on its way any more. */
  async delivered(): Promise<readonly Delivered[]> {
    for (let tries = 0; this.underWay() > 0; tries++) {
      if (tries === 400) throw new Error(`Postfix does not deliver:\n${this.log()}`);
      await sleep(50);
    }
    const mailbox = join(this.folder, 'mailbox', 'new');
    const names = existsSync(mailbox) ? readdirSync(mailbox) : [];
    return names.map((name) => withoutTrace(readFileSync(join(mailbox, name))));
  }

  async stop(): Promise<void> {
    const gone = once(this.sweeper, 'exit');
    this.sweeper.stdin?.end();
    await gone;
  }

  private launch(): void {
    // Its parts run as other accounts, and look up their settings and queues by path.
    chmodSync(this.folder, 0o711);
    for (const part of ['settings', 'queue', 'mailbox']) mkdirSync(join(this.folder, part));
    const owner = { uid: numberOfNobody('-u'), gid: numberOfNobody('-g') };
    chownSync(join(this.folder, 'mailbox'), owner.uid, owner.gid);
    const settings = join(this.folder, 'settings');
    writeFileSync(join(settings, 'main.cf'), mainSettings(this.folder, owner));
    writeFileSync(join(settings, 'master.cf'), parts(this.port));
    // Its parts keep the streams they were started with: a pipe would never end.
    const log = openSync(logOf(this.folder), 'a');
    const started = spawnSync(program, ['-c', settings, 'start'], { cwd: '/', stdio: ['ignore', log, log] });
    closeSync(log);
    if (started.status !== 0) throw started.error ?? new Error(`Postfix did not start:\n${this.log()}`);
  }

  // In the order a mail passes them, so that none slips by between two looks.
  private underWay(): number {
    const queues = ['maildrop', 'incoming', 'active', 'deferred', 'hold'];
    return queues.reduce((count, queue) => count + filesIn(join(this.folder, 'queue', queue)), 0);
  }

  private log(): string {
    return readFileSync(logOf(this.folder), 'utf8').slice(-2000);
  }
}

const logOf = (folder: string): string => join(folder, 'log');

// A queue may be spread over folders of its own.
const filesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

// Its input ends however the run ends: by itself, by Ctrl-C, by kill -9.
const broom = `
trap '' INT TERM HUP
read -r _
'${program}' -c "$1/settings" stop
rm -rf "$1"
`;

const sweeperOf = (folder: string): ChildProcess =>
  spawn('sh', ['-c', broom, 'sh', folder], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] });

interface MailboxOwner {
  readonly uid: number;
  readonly gid: number;
}

function mainSettings(folder: string, { uid, gid }: MailboxOwner): string {
  const settings = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'state'),
    maillog_file: logOf(folder),
    maillog_file_prefixes: folder,
    inet_interfaces: 'loopback-only',
    inet_protocols: 'ipv4',
    myhostname: 'postfix.example',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    // Nobody's name is asked for on the network.
    smtpd_peername_lookup: 'no',
    smtpd_relay_restrictions: 'reject_unauth_destination',
    smtpd_recipient_restrictions: 'permit_mynetworks, reject',
    local_recipient_maps: '',
    alias_maps: '',
    // A pattern; its dollar sign is doubled, since one alone begins the name of a setting.
    virtual_mailbox_domains: 'regexp:{{/\\.example$$/ here}}',
    virtual_mailbox_base: folder,
    virtual_mailbox_maps: 'static:mailbox/',
    virtual_uid_maps: `static:${uid}`,
    virtual_gid_maps: `static:${gid}`,
    relayhost: '',
    default_transport: 'error:nothing leaves this machine',
    relay_transport: 'error:nothing leaves this machine',
  };
  return lines(Object.entries(settings).map(([name, value]) => `${name} = ${value}`));
}

function numberOfNobody(flag: '-u' | '-g'): number {
  const asked = spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' });
  if (asked.status !== 0) throw new Error('There is no account "nobody" to deliver as.');
  return Number(asked.stdout);
}

// Columns: service, kind of door, private, unprivileged, chroot, wake up after, most at the same time, command.
const parts = (port: number): string =>
  lines([
    `127.0.0.1:${String(port)} inet n - n - - smtpd`,
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'proxymap unix - - n - - proxymap',
    'anvil unix - - n - 1 anvil',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'postlog unix-dgram n - n - 1 postlogd',
  ]);

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

// Postfix writes these above what it was given, once each; folded lines belong to the header before them.
const traceHeader = /^(Return-Path|X-Original-To|Delivered-To|Received): (.*\n(?:[ \t].*\n)*)/;

function withoutTrace(file: Buffer): Delivered {
  const trace = new Map<string, string>();
  let rest = file.toString('latin1');
  for (;;) {
    const [whole, name = '', value = ''] = traceHeader.exec(rest) ?? [];
    if (whole === undefined || trace.has(name)) return { trace, rest: Buffer.from(rest, 'latin1') };
    trace.set(name, value.replace(/\n[ \t]+/g, ' ').trim());
    rest = rest.slice(whole.length);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
