import type { Email } from 'postal-mime';
import type { ReadReport } from '../domain/read-mail';
import type { Headers } from './headers';
import { type Part, textOf } from './parts';

/** A delivery status notification (RFC 3464), as far as it is about the first recipient; ours have only one. */
export function readReport(headers: Headers, { attachments }: Pick<Email, 'attachments'>): ReadReport | null {
  if (!/^\s*multipart\/report\b/i.test(headers.first('content-type') ?? '')) return null;
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (!status) return null;
  const text = textOf(status);
  return {
    action: fieldIn(text, 'Action').toLowerCase(),
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(fieldIn(text, 'Status'))?.[0] ?? '',
    diagnostic: fieldIn(text, 'Diagnostic-Code').replace(/^[\w-]+\s*;\s*/, ''),
    messageId: messageIdIn(attachments),
  };
}

const returned = ['message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers'];

function messageIdIn(attachments: readonly Part[]): string {
  const original = attachments.find(({ mimeType }) => returned.includes(mimeType));
  const [head = ''] = original ? textOf(original).split(/\r?\n\r?\n/) : [];
  return /<[^<>\s]{1,250}>/.exec(fieldIn(head, 'Message-ID'))?.[0] ?? '';
}

// A long value goes on in the next line, which then begins with a blank.
const fieldIn = (text: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(text)?.[1]?.trim() ?? '';
