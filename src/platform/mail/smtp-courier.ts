import { isIP } from 'node:net';
import { createTransport } from 'nodemailer';
import { Courier, plainReply } from './courier';
import type { Consignment, Receipt } from './courier';
import { receiptOfFault } from './smtp-fault';

const seconds = 1000;

export interface SmtpLimits {
  /** Connections at the same time, each with one message. */
  readonly connections: number;
  readonly connection: number;
  readonly greeting: number;
  /** Without a byte in either direction. */
  readonly silence: number;
  /** For one message, however busy the line is: a byte a second is not silence. */
  readonly message: number;
}

export const usualLimits: SmtpLimits = {
  connections: 4,
  connection: 10 * seconds,
  greeting: 10 * seconds,
  silence: 30 * seconds,
  message: 60 * seconds,
};

/** Hands messages to a mail server over a few connections that stay open. */
export class SmtpCourier extends Courier {
  private readonly pool: ReturnType<typeof poolTo>;

  /** `url`: `smtp://name:password@host:587`, or `smtps://…` for TLS from the first byte. */
  constructor(
    url: string,
    private readonly limits: SmtpLimits = usualLimits,
  ) {
    super();
    this.pool = poolTo(new URL(url), limits);
  }

  async deliver({ raw, envelope }: Consignment): Promise<Receipt> {
    const signal = AbortSignal.timeout(this.limits.message);
    try {
      const { response } = await this.pool.sendMail({ raw, envelope, signal });
      return { kind: 'accepted', reply: plainReply(response) };
    } catch (fault) {
      return receiptOfFault(fault);
    }
  }

  /** Nest calls this when the program ends; what is under way is sent to its end. */
  onApplicationShutdown(): void {
    this.close();
  }

  close(): void {
    this.pool.close();
  }
}

function poolTo({ protocol, hostname, port, username, password }: URL, limits: SmtpLimits) {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'smtps:';
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return createTransport({
    ...{ pool: true, host, secure, ...protection(host, secure) },
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    ...(username === '' ? {} : { auth }),
    maxConnections: limits.connections,
    // The default of 100 costs a new connection for every hundredth message.
    maxMessages: 100_000,
    connectionTimeout: limits.connection,
    dnsTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

// What stays inside the machine may go unencrypted, and its certificates are seldom real.
const protection = (host: string, secure: boolean) =>
  isLoopback(host) && !secure
    ? { ignoreTLS: true }
    : ({ requireTLS: true, tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true } } as const);

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
