import type { Asking } from './asking';
import type { Policy } from './policy';

export type LinkPolicy = Extract<Policy, 'link' | 'link-and-code'>;

/**
 * Lets people without an account in by their personal link. The room that makes links provides it; before it
 * answers true it sets the asking's visitor, with the `csrf` token of that link's session.
 */
export abstract class LinkKeeper {
  /** A link that is not or no longer good is `NotFoundException`, thrown here. */
  abstract admit(asking: Asking, policy: LinkPolicy): Promise<boolean>;
}
