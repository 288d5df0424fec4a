import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Instant } from '../../kernel/instant';

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A message with everything decided: composing it twice gives the same bytes. */
export interface ComposableMail {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar?: { readonly method: string; readonly text: string };
  readonly messageId: string;
  readonly date: Instant;
}

// RFC 3834, and its older cousin that Exchange obeys: no out-of-office answers to our mailbox.
const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

/**
 * The mail as MIME. With a calendar: mixed [ alternative [ plain, html, text/calendar ], application/ics ],
 * which Outlook, Gmail and Apple all read; the method of the part comes from the same value as the text's.
 */
export async function compose(mail: ComposableMail): Promise<Buffer> {
  const { from, to, envelope, subject, text, html, messageId, date, calendar } = mail;
  const composer = new MailComposer({
    ...{ from, to, replyTo: from, envelope, subject, text, html, messageId, headers },
    date: date.toDate(),
    ...(calendar === undefined ? {} : { icalEvent: icalEvent(calendar) }),
    baseBoundary: boundaryOf(messageId),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return composer.compile().build();
}

const icalEvent = ({ method, text }: { readonly method: string; readonly text: string }) => ({
  filename: 'mote.ics',
  method,
  content: text,
});

// As random as the Message-ID, and the same on every attempt.
const boundaryOf = (messageId: string): string => createHash('sha256').update(messageId).digest('hex').slice(0, 24);
