import type { OrganisationId } from '../kernel/identifiers';
import type { Hold } from './domain/hold';

/** Keeps whose mail is held back. Every method works in the caller's transaction. */
export abstract class HoldsRepository {
  abstract of(organisationId: OrganisationId): Promise<Hold | null>;
  /** In the place of any other hold of the organisation. */
  abstract put(hold: Hold): Promise<void>;
  abstract remove(organisationId: OrganisationId): Promise<void>;
  /** The organisations that ever put anything into the outbox. */
  abstract organisations(): Promise<readonly OrganisationId[]>;
}
