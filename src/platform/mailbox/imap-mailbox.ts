import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { ImapFlowOptions } from 'imapflow';
import { Instant } from '../../kernel/instant';
import { Mailbox } from './mailbox';
import type { LyingMail, OpenMailbox } from './mailbox';

const seconds = 1000;
const mebibyte = 1024 * 1024;

/** A mailbox on an IMAP server: `imaps://name:password@host:993/Folder`; `imap://` asks for STARTTLS off loopback. */
export class ImapMailbox extends Mailbox {
  private readonly url: URL;

  constructor(
    url: string,
    /** Milliseconds for one question to the server, however busy the line is: a byte a second is not silence. */
    private readonly patience = 60 * seconds,
  ) {
    super();
    this.url = new URL(url);
  }

  async visit(work: (open: OpenMailbox) => Promise<void>, stopping?: AbortSignal): Promise<void> {
    const client = new ImapFlow(optionsFor(this.url));
    const close = (): void => {
      client.close();
    };
    // The library tells the same fault to whoever waits; unheard, it would end the program.
    client.on('error', close);
    stopping?.addEventListener('abort', close);
    try {
      await this.within(client, client.connect());
      await work(await this.opened(client));
      await this.within(client, client.logout());
    } finally {
      stopping?.removeEventListener('abort', close);
      client.close();
    }
  }

  private async opened(client: ImapFlow): Promise<OpenMailbox> {
    const folder = decodeURIComponent(this.url.pathname.slice(1)) || 'INBOX';
    const { uidValidity } = await this.within(client, client.mailboxOpen(folder));
    return {
      name: `${this.url.username}@${this.url.host}/${folder}`,
      validity: String(uidValidity),
      after: (uid) => this.within(client, numbersAfter(client, uid)),
      fetch: (uids, largest) => this.within(client, mailsIn(client, uids, largest)),
      markSeen: async (uids) => {
        if (uids.length > 0) await this.within(client, client.messageFlagsAdd(listOf(uids), ['\\Seen'], { uid: true }));
      },
    };
  }

  // Closing the line is what makes a question end: whoever waits for it is told that the connection is gone.
  private async within<Result>(client: ImapFlow, asked: Promise<Result>): Promise<Result> {
    const timer = setTimeout(() => {
      client.close();
    }, this.patience);
    try {
      return await asked;
    } finally {
      clearTimeout(timer);
    }
  }
}

function optionsFor({ protocol, hostname, port, username, password }: URL): ImapFlowOptions {
  const host = hostname.replace(/^\[|\]$/g, '');
  const secure = protocol === 'imaps:';
  return {
    ...{ host, secure, ...protection(host, secure) },
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    // A few packed bytes can be a great many unpacked ones.
    disableCompression: true,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    maxLineLength: 4 * mebibyte,
    maxLiteralSize: 2 * mebibyte,
    maxResponseSize: 8 * mebibyte,
  };
}

// What stays inside the machine may go unencrypted, and its certificates are seldom real.
const protection = (host: string, secure: boolean) =>
  secure || !isLoopback(host)
    ? ({ ...(secure ? {} : { doSTARTTLS: true }), tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true } } as const)
    : { doSTARTTLS: false };

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

async function numbersAfter(client: ImapFlow, uid: number): Promise<readonly number[]> {
  const found = await client.search({ uid: `${String(uid + 1)}:*` }, { uid: true });
  if (!Array.isArray(found)) throw new Error('The mailbox does not tell what is in it.');
  // RFC 9051 §9: `9:*` also means the last one when it is before 9.
  return found.filter((number) => number > uid).sort((a, b) => a - b);
}

/** The sizes first, so that what is too large is never brought here. */
async function mailsIn(client: ImapFlow, uids: readonly number[], largest: number): Promise<readonly LyingMail[]> {
  if (uids.length === 0) return [];
  const lying = await client.fetchAll(listOf(uids), { uid: true, size: true, internalDate: true }, { uid: true });
  const fitting = lying.filter(({ size = 0 }) => size <= largest).map(({ uid }) => uid);
  // One byte more than may be read, should the server have told a smaller size.
  const wanted = { uid: true, source: { start: 0, maxLength: largest + 1 } };
  const fetched = fitting.length === 0 ? [] : await client.fetchAll(listOf(fitting), wanted, { uid: true });
  const bytes = new Map(fetched.map(({ uid, source }) => [uid, source]));
  return lying
    .filter(({ uid, size = 0 }) => size > largest || bytes.get(uid) !== undefined)
    .map(({ uid, size = 0, internalDate }) => ({
      ...{ uid, size, arrivedAt: momentOf(internalDate) },
      raw: bytes.get(uid) ?? null,
    }))
    .sort((a, b) => a.uid - b.uid);
}

const listOf = (uids: readonly number[]): string => uids.join(',');

const momentOf = (date: Date | string | undefined): Instant | null =>
  date instanceof Date && !Number.isNaN(date.getTime()) ? Instant.ofDate(date) : null;
