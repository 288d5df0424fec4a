import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions, SMTPServerSession } from 'smtp-server';

export interface Arrived {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** How a server meets one message. */
export type Manner =
  | { readonly kind: 'accept' }
  | { readonly kind: 'answer'; readonly at: 'MAIL' | 'RCPT' | 'DATA'; readonly code: number; readonly words: string }
  /** Takes the whole message and hangs up without a word. */
  | { readonly kind: 'dropAfterTheDot' };

const accept: Manner = { kind: 'accept' };

/** A real SMTP server that keeps what arrives, and misbehaves as it is told. */
export class SmtpSink {
  readonly arrived: Arrived[] = [];
  private readonly manners: Manner[] = [];
  private always: Manner = accept;
  private readonly server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onMailFrom: (_, session, done) => {
        done(this.refusal('MAIL'));
      },
      onRcptTo: (_, session, done) => {
        done(this.refusal('RCPT'));
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          this.take(Buffer.concat(pieces), session, done);
        });
      },
      ...options,
    });
    this.server.on('error', () => undefined);
  }

  static async listening(options: SMTPServerOptions = {}, port = 0): Promise<SmtpSink> {
    const sink = new SmtpSink(options);
    await new Promise<void>((ready) => {
      sink.server.listen(port, '127.0.0.1', ready);
    });
    return sink;
  }

  get port(): number {
    const address = this.server.server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** The manner of the next messages, one each; after them everything is accepted. */
  meet(...manners: Manner[]): void {
    this.manners.push(...manners);
  }

  meetAlways(manner: Manner): void {
    this.always = manner;
  }

  close(): Promise<void> {
    return new Promise((closed) => {
      this.server.close(closed);
    });
  }

  private manner(): Manner {
    return this.manners[0] ?? this.always;
  }

  private refusal(at: 'MAIL' | 'RCPT' | 'DATA'): Error | null {
    const manner = this.manner();
    if (manner.kind !== 'answer' || manner.at !== at) return null;
    this.manners.shift();
    return Object.assign(new Error(manner.words), { responseCode: manner.code });
  }

  private take(raw: Buffer, session: SMTPServerSession, done: (fault?: Error | null) => void): void {
    const refused = this.refusal('DATA');
    if (refused) {
      done(refused);
      return;
    }
    const manner = this.manners.shift() ?? this.always;
    const { mailFrom, rcptTo } = session.envelope;
    this.arrived.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo[0]?.address ?? '', raw });
    if (manner.kind === 'dropAfterTheDot') this.hangUp(session);
    else done();
  }

  private hangUp(session: SMTPServerSession): void {
    const lines = this.server.connections as unknown as Set<{ id: string; _socket: Socket }>;
    for (const line of lines) if (line.id === session.id) line._socket.destroy();
  }
}

/** What happens on the way to a mail server: a line may stay silent, drip, or be let through. */
export type LineManner = 'through' | 'silent' | 'drip';

/** Stands before a mail server and treats each line as it is told, one after the other; then lets all through. */
export class SmtpGate {
  private readonly lines = new Set<Socket>();
  private readonly server: Server;

  private constructor(sink: SmtpSink, manners: LineManner[]) {
    this.server = createServer((line) => {
      this.lines.add(line.on('error', () => undefined));
      const manner = manners.shift() ?? 'through';
      if (manner === 'through') this.through(line, sink.port);
      if (manner === 'drip') drip(line);
    });
  }

  static async before(sink: SmtpSink, ...manners: LineManner[]): Promise<SmtpGate> {
    const gate = new SmtpGate(sink, manners);
    await new Promise<void>((ready) => gate.server.listen(0, '127.0.0.1', ready));
    return gate;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  close(): Promise<void> {
    for (const line of this.lines) line.destroy();
    return new Promise((closed) => {
      this.server.close(() => {
        closed();
      });
    });
  }

  private through(line: Socket, port: number): void {
    const further = connect(port, '127.0.0.1').on('error', () => line.destroy());
    this.lines.add(further);
    line.pipe(further).pipe(line);
  }
}

// A greeting of one letter now and then is not silence, and never comes to its end.
function drip(line: Socket): void {
  const letters = setInterval(() => line.write('2'), 50);
  line.on('close', () => {
    clearInterval(letters);
  });
}
