import { Injectable } from '@nestjs/common';
import type { ResourceGroup } from '../groups/domain/resource-group';
import { DomainError } from '../kernel/domain-error';
import type { MeetingId, PersonId } from '../kernel/identifiers';
import { Dice } from '../platform/dice';
import { Invitation } from './domain/invitation';
import type { Delivery } from '../outbox/domain/delivery';
import type { Letter } from './domain/letter';
import { deliveryOver, hasTold, mailOnItsWay, toldBy, type ToldBefore } from './domain/told-before';
import { InvitationRepository } from './invitation.repository';
import { keepLetter, keptLetter } from './letters/kept-letter';
import { KeptMessages } from '../outbox/kept-messages.service';
import { tokenHash, Tokens } from './tokens';

/** What one meeting is called in one person's calendar. */
export type CalendarEntry = Pick<Invitation, 'meetingId' | 'personId' | 'uid'>;

/** What calendars and people know already. */
export interface CallsTaken {
  readonly entries: readonly CalendarEntry[];
  readonly told: readonly ToldBefore[];
}

/** Takes out what a group's people were told, and brings it in so that they are not told again. It sends nothing. */
@Injectable()
export class CallsInTransit {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly outbox: KeptMessages,
    private readonly tokens: Tokens,
    private readonly dice: Dice,
  ) {}

  /** Refused while mail is on its way: it would be sent from here, and once more from where the group goes. */
  async takeOut({ organisationId, id }: ResourceGroup): Promise<CallsTaken> {
    const deliveries = await this.outbox.ofGroup(organisationId, id);
    const count = mailOnItsWay(deliveries);
    if (count > 0) throw new DomainError('mailOnItsWay', { count });
    const told: ToldBefore[] = [];
    for (const delivery of deliveries.filter(hasTold)) told.push(toldBy(delivery, await this.letterIn(delivery)));
    return { entries: await this.invitations.ofGroup(organisationId, id), told };
  }

  private async letterIn({ message }: Delivery): Promise<Letter | null> {
    if (message.channel !== 'letter') return null;
    const bytes = await this.outbox.bytes(message.organisationId, message.id);
    return bytes && keptLetter(bytes);
  }

  async bringIn({ organisationId, id: groupId }: ResourceGroup, { entries, told }: CallsTaken): Promise<void> {
    const [taken] = await this.invitations.taken(entries.map(({ uid }) => uid));
    if (taken !== undefined) throw new DomainError('calendarEntryAlreadyHere', { uid: taken });
    const made = entries.map(({ meetingId, personId, uid }) => {
      const replyHash = this.replyHash(meetingId, personId);
      return new Invitation({ id: this.dice.id(), organisationId, groupId, meetingId, personId, uid, replyHash });
    });
    if (made.length > 0) await this.invitations.add(made);
    await this.outbox.bringIn(
      told.map((one, position) => {
        const delivery = deliveryOver(one, { organisationId, groupId }, { id: this.dice.id(), position });
        return { delivery, raw: one.letter ? keepLetter(one.letter) : Buffer.alloc(0) };
      }),
    );
  }

  // By this program's own key: answers to calls from here find their way back here.
  private replyHash(meetingId: MeetingId, personId: PersonId): string {
    return tokenHash(this.tokens.reply(meetingId, personId));
  }
}
