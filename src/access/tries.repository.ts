import type { Instant } from '../kernel/instant';
import type { Tries } from './domain/tries';

export abstract class TriesRepository {
  /** Reads the row for changing it; whoever else wants it waits until the transaction ends. */
  abstract take(bucket: string, now: Instant): Promise<Tries>;
  abstract save(tries: Tries): Promise<void>;
  abstract removeBefore(moment: Instant): Promise<void>;
}
