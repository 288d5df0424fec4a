import type { DeliveryId } from '../../kernel/identifiers';
import type { Delivery, StopReason } from './delivery';

export type LastAnswer = 'yes' | StopReason;

/**
 * The last question before an attempt, asked in the transaction that claims the messages: does everything
 * still hold that held when they were put? Revision, permission, membership, address, route, meeting ahead.
 */
export abstract class MayStillGo {
  /** An answer for each; what has none is not sent. */
  abstract ask(deliveries: readonly Delivery[]): Promise<ReadonlyMap<DeliveryId, LastAnswer>>;
}
