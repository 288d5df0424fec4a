import type { UserId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { Session } from './domain/session';

export abstract class SessionRepository {
  abstract save(session: Session): Promise<void>;
  abstract byHash(hash: string): Promise<Session | null>;
  abstract remove(hash: string): Promise<void>;
  abstract removeOf(userId: UserId): Promise<void>;
  abstract removeOlder(limits: { readonly seen: Instant; readonly made: Instant }): Promise<void>;
}
