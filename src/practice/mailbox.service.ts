import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { Instant } from '../kernel/instant';
import { Settings } from '../platform/config/settings';

/** A mail in the built-in mailbox, as its reader would see it. */
export interface MailInBox {
  /** 32 hex letters: its file's name. */
  readonly id: string;
  readonly from: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly sentAt: Instant;
  readonly text: string;
  readonly html: string;
  /** The lines of its calendar entry; none when it brings no entry. */
  readonly calendar: readonly string[];
}

const fileName = /^([0-9a-f]{32})\.eml$/;

/** Reads the mails that the practice wrote instead of sending. */
@Injectable()
export class Mailbox {
  private readonly folder: string;

  constructor({ dataFolder }: Settings) {
    this.folder = join(dataFolder, 'mail');
  }

  /** In the order they were sent. */
  async all(): Promise<readonly MailInBox[]> {
    const ids = this.names().flatMap((name) => fileName.exec(name)?.[1] ?? []);
    const mails: MailInBox[] = [];
    for (const id of ids) mails.push(await this.read(id));
    return mails.sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1));
  }

  async find(id: string): Promise<MailInBox | null> {
    return this.has(id) ? this.read(id) : null;
  }

  bytes(id: string): Buffer {
    return readFileSync(join(this.folder, `${id}.eml`));
  }

  // By the names that are there, so that no other path is ever opened.
  private has(id: string): boolean {
    return this.names().includes(`${id}.eml`) && fileName.test(`${id}.eml`);
  }

  private names(): readonly string[] {
    return existsSync(this.folder) ? readdirSync(this.folder) : [];
  }

  private async read(id: string): Promise<MailInBox> {
    const email = await PostalMime.parse(this.bytes(id));
    const [to] = email.to ?? [];
    return {
      id,
      from: shown(email.from),
      toName: to?.name ?? '',
      toAddress: to?.address ?? '',
      subject: email.subject ?? '',
      sentAt: Instant.of(email.date ?? '1970-01-01T00:00:00Z'),
      text: email.text ?? '',
      html: email.html ?? '',
      calendar: calendarLines(email),
    };
  }
}

// Of what was sent together, the overview first and then meeting by meeting.
const inOrder = ({ sentAt, calendar }: MailInBox): string =>
  `${sentAt.iso} ${calendar.find((line) => line.startsWith('DTSTART')) ?? ''}`;

const shown = (address: Address | undefined): string =>
  address === undefined ? '' : `${address.name} <${address.address ?? ''}>`;

function calendarLines({ attachments }: Email): readonly string[] {
  const entry = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!entry) return [];
  const text = typeof entry.content === 'string' ? entry.content : new TextDecoder().decode(entry.content);
  // RFC 5545 §3.1: a line that begins with a space goes on with the one before.
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
