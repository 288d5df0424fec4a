import { Mailbox } from './mailbox';

/** Of a start without IMAP_URL: there is nothing to visit. */
export class NoMailbox extends Mailbox {
  visit(): Promise<void> {
    return Promise.resolve();
  }
}
