import { Injectable } from '@nestjs/common';
import type { DeliveryId, GroupId, OrganisationId } from '../kernel/identifiers';
import type { Delivery } from './domain/delivery';
import { OutboxRepository, type Parcel } from './outbox.repository';

/** What the outbox holds, without a viewer: for what the program does by itself. It can send nothing. */
@Injectable()
export class KeptMessages {
  constructor(private readonly kept: OutboxRepository) {}

  /** In the order they were put. */
  ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]> {
    return this.kept.ofGroup(organisationId, groupId);
  }

  /** Of every organisation: who answers to our mail names nothing but the address it came from. */
  from(envelopeFrom: string): Promise<readonly Delivery[]> {
    return this.kept.putFrom(envelopeFrom);
  }

  async bytes(organisationId: OrganisationId, id: DeliveryId): Promise<Buffer | null> {
    return (await this.kept.get(organisationId, id))?.raw ?? null;
  }

  /** As they stood in another database. */
  bringIn(parcels: readonly Parcel[]): Promise<void> {
    return this.kept.put(parcels);
  }
}
