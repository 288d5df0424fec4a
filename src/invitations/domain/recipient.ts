import { Language } from '../../kernel/in-words';
import { PersonId } from '../../kernel/identifiers';

/** `open` is ordinary mail, a postcard; `protected` is a route the organisation has decided and recorded. */
export type Protection = 'open' | 'protected';

/** The one person a message goes to. */
export interface Recipient {
  readonly personId: PersonId;
  /** What this person wants to be called. */
  readonly calledName: string;
  readonly address: string;
  readonly protection: Protection;
  readonly language: Language;
}

/** The coordinator who calls, and whom one may phone. */
export interface Caller {
  readonly firstName: string;
  readonly fullName: string;
  readonly workPhone: string;
}
