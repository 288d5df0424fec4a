import { Injectable } from '@nestjs/common';
import { Assignments } from '../access/assignments.service';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { DeliveryId, GroupId, OrganisationId } from '../kernel/identifiers';
import { Dice } from '../platform/dice';
import { Delivery } from './domain/delivery';
import type { Message } from './domain/delivery';
import { hasWholeLines } from './domain/whole-lines';
import { OutboxRepository } from './outbox.repository';
import type { Parcel } from './outbox.repository';

/** What the caller decides about a message; `raw` is empty for what is not mail. */
export interface NewDelivery extends Omit<Message, 'id' | 'organisationId' | 'madeAt' | 'position'> {
  readonly raw: Buffer;
}

/** A mail whose bytes would be changed on the way: a fault in what composed it. */
export class MailWithStrayLineEnds extends Error {}

/** What must go out, kept with the change that caused it: both hold, or neither. */
@Injectable()
export class Outbox {
  constructor(
    private readonly kept: OutboxRepository,
    private readonly dice: Dice,
    private readonly assignments: Assignments,
  ) {}

  /** In the caller's transaction, in the order to be sent. What was put before, by its once key, is left out. */
  async put(by: { readonly organisationId: OrganisationId }, deliveries: readonly NewDelivery[]): Promise<void> {
    for (const { channel, raw } of deliveries)
      if (channel === 'email' && !hasWholeLines(raw.toString('latin1'))) throw new MailWithStrayLineEnds();
    const madeAt = await this.kept.now();
    const parcels = deliveries.map(({ raw, ...given }, position): Parcel => {
      const message = { ...given, id: this.dice.id<'delivery'>(), organisationId: by.organisationId, madeAt, position };
      return { delivery: Delivery.waiting(message), raw };
    });
    await this.kept.put(parcels);
  }

  /** In the order they were put. */
  async ofGroup(viewer: Viewer, groupId: GroupId): Promise<readonly Delivery[]> {
    await this.requireAssigned(viewer, groupId);
    return this.kept.ofGroup(viewer.organisationId, groupId);
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
