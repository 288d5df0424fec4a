import { Module } from '@nestjs/common';
import { Settings } from '../config/settings';
import { ImapMailbox } from './imap-mailbox';
import { Mailbox } from './mailbox';
import { NoMailbox } from './no-mailbox';

/** Answers arrive in the mailbox of IMAP_URL, or nowhere when there is none. */
@Module({
  providers: [{ provide: Mailbox, inject: [Settings], useFactory: mailboxFor }],
  exports: [Mailbox],
})
export class MailboxModule {}

function mailboxFor({ mailbox }: Pick<Settings, 'mailbox'>): Mailbox {
  return mailbox === null ? new NoMailbox() : new ImapMailbox(mailbox.url);
}
