import type { Delivery, StopReason } from './delivery';

/**
 * The last question before an attempt, asked in the transaction that claims the message: does everything
 * still hold that held when it was put? Revision, permission, membership, address, route, meeting ahead.
 */
export abstract class MayStillGo {
  abstract ask(delivery: Delivery): Promise<'yes' | StopReason>;
}
