import type { Protection } from '../../people/domain/reach';

/** What one mail may and may not tell. */
export interface NeutralKnowledge {
  readonly protection: Protection;
  readonly recipientAddress: string;
  /** The service's own: sender, reply and envelope addresses of this mail. */
  readonly serviceAddresses: readonly string[];
  /** The links of this mail, with their random tokens. */
  readonly links: readonly string[];
  /** The recipient's and the caller's names, as the mail may use them. */
  readonly allowedNames: readonly string[];
  /** Every name of everybody else, the service user included: full names and what they are called. */
  readonly forbiddenNames: readonly string[];
  readonly homeAddresses: readonly string[];
  /** On a protected route the recipient is told the place, which may be a home. */
  readonly toldPlace?: string;
  /** Stems that may not stand in open mail; `*` in front matches inside a word too. */
  readonly listedWords: readonly string[];
  /** Words of our own sentences, months and weekdays. Some are names as well: Dag, May, Per. */
  readonly ownWords: readonly string[];
}
