import { Injectable } from '@nestjs/common';
import { KeptMessages } from '../outbox/kept-messages.service';
import { Outbox } from '../outbox/outbox.service';
import { Dice } from '../platform/dice';
import type { MeetingPlace } from './domain/known-invitation';
import { newestEntry, renamed } from './domain/sent-again';

/** Sends a meeting once more to a calendar that asked for it: the mail that went last, to the address it went to. */
@Injectable()
export class SendingAgain {
  constructor(
    private readonly kept: KeptMessages,
    private readonly outbox: Outbox,
    private readonly dice: Dice,
  ) {}

  /** Once for each SEQUENCE; false when that has been done, or nothing was ever sent. */
  async send({ place, sequence }: { readonly place: MeetingPlace; readonly sequence: number }): Promise<boolean> {
    const { organisationId, groupId, meetingId, personId } = place;
    const deliveries = await this.kept.ofGroup(organisationId, groupId);
    const once = ['again', meetingId, personId, String(sequence)].join(':');
    const entry = newestEntry(deliveries, place);
    if (!entry || deliveries.some(({ message }) => message.once === once)) return false;
    const { message } = entry;
    const raw = await this.kept.bytes(organisationId, message.id);
    if (raw === null) return false;
    const messageId = `<${this.dice.id()}@${message.envelopeFrom.split('@')[1] ?? ''}>`;
    await this.outbox.put(place, [{ ...message, messageId, once, raw: renamed(raw, messageId) }]);
    return true;
  }
}
