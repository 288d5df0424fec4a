import type { Protection } from '../../people/domain/reach';
import type { ListedWordSearch } from './listed-words';

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
  readonly listedWord: ListedWordSearch;
  /** Words of our own sentences, months and weekdays, in lower case. Some are names as well: Dag, May, Per. */
  readonly ownWords: ReadonlySet<string>;
}
