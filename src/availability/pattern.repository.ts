import type { OrganisationId, PersonId } from '../kernel/identifiers';
import type { Instant } from '../kernel/instant';
import type { Owner } from './availability.repository';
import type { Pattern } from './domain/pattern';

/** Keeps what people have said themselves of when it usually suits them; the latest of each person. */
export abstract class PatternRepository {
  abstract of(organisationId: OrganisationId, people: readonly PersonId[]): Promise<readonly Pattern[]>;
  /** In the place of what the person said before. */
  abstract save(pattern: Pattern): Promise<void>;
  /** null: it holds again. What the person said stays as it is. */
  abstract overrule(owner: Owner, at: Instant | null): Promise<void>;
  abstract remove(owner: Owner): Promise<void>;
}
