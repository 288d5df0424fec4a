import PostalMime, { type Email } from 'postal-mime';
import type { Reading, ReadMail } from '../domain/read-mail';
import { Headers } from './headers';
import { hasTooManyParts, largestMail } from './limits';
import { calendarAmong } from './parts';
import { readReport } from './read-report';
import { isVouchedFor } from './sender-vouched-for';

/** What we know of our own mailbox and the server before it. */
export interface OwnMailbox {
  /** `svar@kretsen.example`, without a token. */
  readonly address: string;
  readonly authservId: string | null;
}

const deepest = 20;
const largestHeaders = 256 * 1024;
const longestText = 20_000;

/** Reads a mail whoever wrote it; runs in the reading thread. What it says is not believed, only told. */
export async function readMail(raw: Buffer, own: OwnMailbox): Promise<Reading> {
  if (raw.length > largestMail) return { kind: 'unreadable', why: 'tooLarge' };
  if (hasTooManyParts(raw.toString('latin1'))) return { kind: 'unreadable', why: 'tooManyParts' };
  try {
    // A message inside the message is somebody else's, and stays closed.
    const email = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: deepest,
      maxHeadersSize: largestHeaders,
    });
    return { kind: 'read', mail: mailIn(email, own) };
  } catch (fault) {
    const isTooDeep = fault instanceof Error && fault.message.includes('nesting depth');
    return { kind: 'unreadable', why: isTooDeep ? 'tooDeep' : 'notMail' };
  }
}

function mailIn(email: Email, { address, authservId }: OwnMailbox): ReadMail {
  const headers = new Headers(email);
  const from = headers.from();
  return {
    messageId: (headers.first('message-id') ?? '').trim(),
    addresses: headers.addressesOf(address),
    from,
    isVouchedFor: isVouchedFor(headers.first('authentication-results'), from, authservId),
    isAutomatic: headers.isAutomatic(),
    calendar: calendarAmong(email.attachments),
    report: readReport(headers, email),
    text: writtenIn(email),
  };
}

/** The person's own lines, without those they answer to. */
const writtenIn = ({ text, html }: Email): string =>
  (text ?? withoutTags(html ?? ''))
    .slice(0, longestText)
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('>'))
    .join('\n');

const withoutTags = (html: string): string =>
  html
    .slice(0, longestText)
    .replace(/<(?:style|script)\b[^>]*>[^]*?<\/(?:style|script)>/gi, ' ')
    .replace(/<(?:br|\/p|\/div)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ');
