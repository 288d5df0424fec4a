import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { home } from '../support/app';

type Environment = Readonly<Record<string, string>>;

/** The compiled program as it is started in production, and killed as nobody should. */
export class RunningProgram {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly url: string,
    private readonly environment: Environment,
  ) {}

  /** Each instance has a data folder of its own. */
  static async in(dataFolder: string, environment: Environment): Promise<RunningProgram> {
    const port = String(await freePort());
    const own = { KRETSEN_PORT: port, KRETSEN_DATA_FOLDER: dataFolder };
    return new RunningProgram(`http://127.0.0.1:${port}`, { PATH: process.env.PATH ?? '', ...own, ...environment });
  }

  /** The status of a page, or 0 when nobody answers. */
  async status(path: string): Promise<number> {
    return fetch(`${this.url}${path}`).then(
      ({ status }) => status,
      () => 0,
    );
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Ends when it answers; from then on it sends. */
  start(): Promise<void> {
    const child = spawn('node', [join(home, 'dist', 'main.js')], {
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let said = '';
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    return new Promise((answers, failed) => {
      child.stdout.on('data', (piece: Buffer) => {
        if (piece.toString().includes('Kretsen answers')) answers();
      });
      child.once('exit', (code) => {
        failed(new Error(`the program ended by itself with ${String(code)}: ${said}`));
      });
    });
  }

  /** SIGKILL unless told otherwise. */
  end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child?.exitCode !== null) return Promise.resolve();
    return new Promise((ended) => {
      child.once('exit', () => {
        ended();
      });
      child.kill(signal);
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') failed(new Error('no port'));
        else found(address.port);
      });
    });
  });
}
