import type { UserId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { OneTimeSecret } from './domain/one-time-secret';

export abstract class OneTimeSecretRepository {
  abstract add(secret: OneTimeSecret): Promise<void>;
  abstract byHash(hash: string): Promise<OneTimeSecret | null>;
  /** False when somebody else was first. */
  abstract use(secret: OneTimeSecret, at: Instant): Promise<boolean>;
  abstract removeOf(userId: UserId): Promise<void>;
  abstract removeOver(now: Instant): Promise<void>;
}
