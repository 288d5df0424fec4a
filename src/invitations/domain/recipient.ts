import { Language } from '../../kernel/in-words';
import { PersonId } from '../../kernel/identifiers';
import type { Protection } from '../../people/domain/reach';

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
