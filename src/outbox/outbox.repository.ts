import type { DeliveryId, GroupId, OrganisationId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { Delivery } from './domain/delivery';
import type { QueueRow } from './domain/queue';

/** A delivery with what it sends. */
export interface Parcel {
  readonly delivery: Delivery;
  readonly raw: Buffer;
}

/** A delivery that is ours to attempt, until its lease runs out. */
export interface Claim {
  readonly delivery: Delivery;
  /** Opens the sealed bytes. */
  readonly raw: () => Buffer;
}

/** What came of a claim. */
export interface Finished {
  readonly claimed: Delivery;
  readonly became: Delivery;
}

/** Who takes up what is due, how much of it, and for how long it is theirs alone. */
export interface Lease {
  /** A UUID of the process. */
  readonly owner: string;
  readonly seconds: number;
  readonly atMost: number;
}

/** Keeps what must go out. Every method works in the caller's transaction. */
export abstract class OutboxRepository {
  /** The moment by the database's clock, which all instances share. */
  abstract now(): Promise<Instant>;
  /** Leaves out what was put before, by its once key. */
  abstract put(parcels: readonly Parcel[]): Promise<void>;
  /** Takes up mail that is due, and mail whose lease ran out; never what another has taken up, or what is held. */
  abstract claim(lease: Lease): Promise<readonly Claim[]>;
  /** Records what came of claims. Gives back those no longer the claimer's; for them nothing is changed. */
  abstract finish(finished: readonly Finished[]): Promise<readonly Delivery[]>;
  /** Records a change of what nobody has claimed; false when it was changed meanwhile. */
  abstract change(before: Delivery, after: Delivery): Promise<boolean>;
  abstract get(organisationId: OrganisationId, id: DeliveryId): Promise<Parcel | null>;
  /** In the order they were put, without their bytes. */
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]>;
  /** The mail of an organisation for meetings still ahead, in numbers; without what has left or was stopped. */
  abstract queue(organisationId: OrganisationId): Promise<readonly QueueRow[]>;
  /** Mail the server took from this envelope sender, newest first. */
  abstract sentFrom(envelopeFrom: string): Promise<readonly Delivery[]>;
  /** All mail that was ever put under this envelope sender, in the order it was put. */
  abstract putFrom(envelopeFrom: string): Promise<readonly Delivery[]>;
}
