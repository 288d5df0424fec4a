import type { Instant } from '../kernel/instant';
import type { Mark, MarksFound } from './domain/mark';

/** Keeps each instance's mark in the database. Every method works in the caller's transaction. */
export abstract class MarksRepository {
  /** `id` of the asking instance, null when it has none yet; others are awake that wrote after the moment. */
  abstract find(id: string | null, awakeAfter: Instant): Promise<MarksFound>;
  abstract put(mark: Mark, at: Instant): Promise<void>;
}
