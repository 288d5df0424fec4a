import { Injectable } from '@nestjs/common';
import { KeptMessages } from '../outbox/kept-messages.service';
import { Outbox } from '../outbox/outbox.service';
import { Dice } from '../platform/dice';
import type { MeetingPlace } from './domain/known-invitation';
import { newestEntry, renamed } from './domain/sent-again';
import { IncomingMails } from './incoming-mails.service';

/** Sends a meeting once more to a calendar that asked for it: the mail that went last, to the address it went to. */
@Injectable()
export class SendingAgain {
  constructor(
    private readonly kept: KeptMessages,
    private readonly outbox: Outbox,
    private readonly incoming: IncomingMails,
    private readonly dice: Dice,
  ) {}

  /** Once for each SEQUENCE; false when that has been done, or nothing was ever sent. */
  async send({ place, sequence }: { readonly place: MeetingPlace; readonly sequence: number }): Promise<boolean> {
    if (await this.incoming.hasSentAgain(place, sequence)) return false;
    const entry = newestEntry(await this.kept.ofGroup(place.organisationId, place.groupId), place);
    const raw = entry && (await this.kept.bytes(place.organisationId, entry.message.id));
    if (!entry || !raw) return false;
    const { message } = entry;
    const messageId = `<${this.dice.id()}@${message.envelopeFrom.split('@')[1] ?? ''}>`;
    const again = { ...message, messageId, once: `${message.once}:again`, raw: renamed(raw, messageId) };
    await this.outbox.put(place, [again]);
    return true;
  }
}
