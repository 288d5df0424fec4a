import { Injectable } from '@nestjs/common';
import { Assignments } from '../access/assignments.service';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { DeliveryId, GroupId, OrganisationId } from '../kernel/identifiers';
import { Dice } from '../platform/dice';
import { plainReply } from '../platform/mail/courier';
import { Delivery } from './domain/delivery';
import type { Message } from './domain/delivery';
import { hasWholeLines } from './domain/whole-lines';
import { HoldsRepository } from './holds.repository';
import { OutboxRepository } from './outbox.repository';
import type { Parcel } from './outbox.repository';

type Decided = Omit<Message, 'id' | 'organisationId' | 'madeAt' | 'position' | 'sequence' | 'tells'>;

/** What the caller decides about a message; `raw` is empty for what is not mail. */
export interface NewDelivery extends Decided, Partial<Pick<Message, 'sequence' | 'tells'>> {
  readonly raw: Buffer;
  /** Minutes that it waits for what may be put in its place. */
  readonly pause?: number;
}

/** A report on a mail that came back (RFC 3464). */
export interface Returned {
  /** The envelope sender of the mail, which the report is addressed to. */
  readonly envelopeTo: string;
  /** Of the mail that came back, if the report quotes it. */
  readonly messageId?: string;
  /** An enhanced status code: `5.1.1`. */
  readonly status: string;
  readonly diagnostic: string;
}

/** What the report was about; `delayed`: the mail server goes on trying. */
export type ReturnFound =
  { readonly kind: 'bounced' | 'delayed'; readonly delivery: Delivery } | { readonly kind: 'unknown' };

/** A mail whose bytes would be changed on the way: a fault in what composed it. */
export class MailWithStrayLineEnds extends Error {}

/** What must go out, kept with the change that caused it: both hold, or neither. */
@Injectable()
export class Outbox {
  constructor(
    private readonly kept: OutboxRepository,
    private readonly dice: Dice,
    private readonly assignments: Assignments,
    private readonly holds: HoldsRepository,
  ) {}

  /** In the caller's transaction, in the order to be sent. What was put before, by its once key, is left out. */
  async put(by: { readonly organisationId: OrganisationId }, deliveries: readonly NewDelivery[]): Promise<void> {
    for (const { channel, raw } of deliveries)
      if (channel === 'email' && !hasWholeLines(raw.toString('latin1'))) throw new MailWithStrayLineEnds();
    const madeAt = await this.kept.now();
    const parcels = deliveries.map(({ raw, pause = 0, ...given }, position): Parcel => {
      const fixed = { id: this.dice.id<'delivery'>(), organisationId: by.organisationId, madeAt, position };
      return {
        delivery: Delivery.waiting({ sequence: null, tells: [], ...given, ...fixed }, madeAt.plusMinutes(pause)),
        raw,
      };
    });
    await this.kept.put(parcels);
  }

  /** In the order they were put. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Delivery[]> {
    await this.requireAssigned(viewer, groupId);
    return this.kept.ofGroup(viewer.organisationId, groupId);
  }

  /** While the organisation's mail is held back, what waits is shown as held. */
  async asShown(viewer: Viewer, deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
    return (await this.holds.of(viewer.organisationId)) ? deliveries.map(({ heldBack }) => heldBack) : deliveries;
  }

  /** The once keys of all that was ever put for the group. */
  async putBefore(viewer: Viewer, groupId: GroupId): Promise<ReadonlySet<string>> {
    return new Set((await this.ofGroup(viewer, groupId)).map(({ message }) => message.once));
  }

  /** The very bytes that were or will be sent. */
  async bytes(viewer: Viewer, id: DeliveryId): Promise<Buffer> {
    return (await this.get(viewer, id)).raw;
  }

  /** A letter was posted, or somebody was told. */
  async note(viewer: Viewer, id: DeliveryId): Promise<void> {
    const { delivery } = await this.get(viewer, id);
    const noted = delivery.noted(await this.kept.now());
    if (!(await this.kept.change(delivery, noted))) throw new DomainError('deliveryChangedMeanwhile');
  }

  /** A mail that was sent did not arrive. Whoever asks has made sure that the report is addressed to us. */
  async bounced({ envelopeTo, messageId, status, diagnostic }: Returned): Promise<ReturnFound> {
    const sent = await this.kept.sentFrom(envelopeTo);
    const delivery = sent.find(({ message }) => message.messageId === messageId) ?? sent[0];
    if (!delivery) return { kind: 'unknown' };
    if (!status.startsWith('5.')) return { kind: 'delayed', delivery };
    if (delivery.state === 'bounced') return { kind: 'bounced', delivery };
    const bounced = delivery.bounced({ status, diagnostic: plainReply(diagnostic) }, await this.kept.now());
    await this.kept.change(delivery, bounced);
    return { kind: 'bounced', delivery: bounced };
  }

  private async get(viewer: Viewer, id: DeliveryId): Promise<Parcel> {
    const parcel = await this.kept.get(viewer.organisationId, id);
    if (!parcel) throw new DomainError('notFound');
    await this.requireAssigned(viewer, parcel.delivery.message.groupId);
    return parcel;
  }

  private async requireAssigned(viewer: Viewer, groupId: GroupId): Promise<void> {
    if (!(await this.assignments.isAssigned(viewer, 'group', groupId))) throw new DomainError('notFound');
  }
}
