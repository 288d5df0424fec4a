import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** Everything that arrived under one Message-ID: the digest of each copy, in order. */
type Arrived = readonly (readonly [messageId: string, copies: readonly string[]])[];

type Told = { readonly port: number } | { readonly arrivals: number } | { readonly arrived: Arrived };

const hook = join(__dirname, '..', 'support', 'typescript-hook.cjs');

export const digestOf = (raw: Buffer): string => createHash('sha256').update(raw).digest('hex');

export const messageIdIn = (raw: Buffer): string => /^Message-ID: *(<[^>]+>)/im.exec(raw.toString('latin1'))?.[1] ?? '';

/** A real mail server in a process of its own that counts every copy of every mail. */
export class CountingSink {
  /** Copies that have arrived so far. */
  arrivals = 0;

  private constructor(
    private readonly server: ChildProcess,
    readonly url: string,
  ) {
    server.on('message', (told: Told) => {
      if ('arrivals' in told) this.arrivals = told.arrivals;
    });
  }

  /** It takes each mail after so many milliseconds. */
  static async start(patience = 0): Promise<CountingSink> {
    const server = fork(__filename, [String(patience)], { execArgv: ['-r', hook] });
    const [told] = (await once(server, 'message')) as [{ readonly port: number }];
    return new CountingSink(server, `smtp://127.0.0.1:${String(told.port)}`);
  }

  async arrived(): Promise<ReadonlyMap<string, readonly string[]>> {
    const answer = new Promise<Arrived>((answered) => {
      this.server.on('message', (told: Told) => {
        if ('arrived' in told) answered(told.arrived);
      });
    });
    this.server.send('report');
    return new Map(await answer);
  }

  stop(): void {
    this.server.disconnect();
  }
}

function serve(patience: number): void {
  const copies = new Map<string, string[]>();
  let arrivals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces);
        const messageId = messageIdIn(raw);
        copies.set(messageId, [...(copies.get(messageId) ?? []), digestOf(raw)]);
        // Counted before it is accepted, as a server takes the responsibility before it says so.
        process.send?.({ arrivals: ++arrivals });
        setTimeout(done, patience);
      });
    },
  });
  // Whoever is killed leaves lines open.
  server.on('error', () => undefined);
  process.on('message', () => process.send?.({ arrived: [...copies] }));
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => {
    const address = server.server.address();
    process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
  });
}

if (require.main === module) serve(Number(process.argv[2]));
