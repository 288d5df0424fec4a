import type { OrganisationId, UserId } from '../../kernel/identifiers';
import type { Instant } from '../../kernel/instant';

/** An organisation's mail is held back: none of it is taken up until somebody releases it. */
export interface Hold {
  readonly organisationId: OrganisationId;
  readonly heldAt: Instant;
  /** `restored`: the database has been put back, and some of what waits in it may have gone already. */
  readonly why: 'paused' | 'restored';
  /** null: the program did it by itself. */
  readonly heldBy: UserId | null;
}
