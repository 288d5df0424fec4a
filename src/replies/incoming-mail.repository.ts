import type { GroupId, OrganisationId } from '../kernel/identifiers';
import type { IncomingId, IncomingMail } from './domain/incoming-mail';

/** How far a mailbox has been read. */
export interface Reached {
  /** Which mailbox: 64 hex letters. */
  readonly mailbox: string;
  /** The server's UIDVALIDITY; under another one the numbers mean nothing. */
  readonly validity: string;
  readonly uid: number;
}

/** Keeps what came of the mail that was sent to us. Every method works in the caller's transaction. */
export abstract class IncomingMailRepository {
  abstract has(key: string): Promise<boolean>;
  /** All parts of one mail; false when another process added them before, and then nothing is changed. */
  abstract add(parts: readonly IncomingMail[]): Promise<boolean>;
  abstract get(organisationId: OrganisationId, id: IncomingId): Promise<IncomingMail | null>;
  /** Those that wait for a coordinator, oldest first. */
  abstract waitingIn(organisationId: OrganisationId, groupId: GroupId): Promise<readonly IncomingMail[]>;
  abstract countWaiting(organisationId: OrganisationId, groupId: GroupId): Promise<number>;
  abstract save(mail: IncomingMail): Promise<void>;
  /** False when it was closed meanwhile, and then nothing is changed. */
  abstract close(mail: IncomingMail): Promise<boolean>;
  abstract reached(mailbox: string): Promise<Reached | null>;
  abstract reach(reached: Reached): Promise<void>;
}
