import { fork } from 'node:child_process';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/** A mail server in a process of its own that takes everything and keeps nothing. */
export interface MailSink {
  readonly url: string;
  /** Messages taken since the last time it was asked. */
  taken(): Promise<number>;
  stop(): void;
}

export async function startSink(): Promise<MailSink> {
  const server = fork(__filename);
  const answer = async (): Promise<number> => {
    const [number] = (await once(server, 'message')) as [number];
    return number;
  };
  const port = await answer();
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    taken: () => {
      const number = answer();
      server.send('count');
      return number;
    },
    stop: () => {
      server.disconnect();
    },
  };
}

function serve(): void {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      stream.on('end', () => {
        taken += 1;
        done();
      });
      stream.resume();
    },
  });
  // A measuring that was cut short leaves lines open.
  server.on('error', () => undefined);
  process.on('message', () => {
    process.send?.(taken);
    taken = 0;
  });
  process.on('disconnect', () => {
    process.exit();
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.server.address();
    process.send?.(typeof address === 'object' && address !== null ? address.port : 0);
  });
}

if (require.main === module) serve();
