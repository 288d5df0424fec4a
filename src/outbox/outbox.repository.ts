import type { DeliveryId, GroupId, OrganisationId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { Delivery } from './domain/delivery';

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

/** Who takes up what is due, how much of it, and for how long it is theirs alone. */
export interface Lease {
  /** A UUID of the process. */
  readonly owner: string;
  readonly minutes: number;
  readonly atMost: number;
}

/** Keeps what must go out. Every method works in the caller's transaction. */
export abstract class OutboxRepository {
  /** The moment by the database's clock, which all instances share. */
  abstract now(): Promise<Instant>;
  /** Leaves out what was put before, by its once key. */
  abstract put(parcels: readonly Parcel[]): Promise<void>;
  /** Takes up mail that is due, and mail whose lease ran out; never what another has taken up. */
  abstract claim(lease: Lease): Promise<readonly Claim[]>;
  /** Records what came of a claim; false when it was no longer the claimer's, and then nothing is changed. */
  abstract finish(claimed: Delivery, became: Delivery): Promise<boolean>;
  /** Records a change of what nobody has claimed; false when it was changed meanwhile. */
  abstract change(before: Delivery, after: Delivery): Promise<boolean>;
  abstract get(organisationId: OrganisationId, id: DeliveryId): Promise<Parcel | null>;
  /** In the order they were put, without their bytes. */
  abstract ofGroup(organisationId: OrganisationId, groupId: GroupId): Promise<readonly Delivery[]>;
}
