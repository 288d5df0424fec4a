import { DomainError } from '../../kernel/domain-error';
import { optionalLine } from '../../kernel/line';
import { domainName } from './domain-name';
import { withoutPersonalNumber } from './personal-number';

const field = 'emailAddress';
// RFC 5321 §4.5.3.1: 64 octets before the at sign, and a path of 256 with its angle brackets.
const maxLocal = 64;
const maxTotal = 254;
// RFC 5322 §3.2.3 dot-atom. A quoted local part is allowed there, but nobody has one and mail programs disagree on it.
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Exactly one mail address (RFC 5321 Mailbox): no name beside it and no second address hidden in it. */
export class EmailAddress {
  private constructor(
    readonly local: string,
    readonly domain: string,
  ) {}

  static of(text: string): EmailAddress {
    const typed = optionalLine(text, { field, max: 500 });
    if (typed === '') throw new DomainError('fieldMissing', { field });
    if (/[,;]/.test(typed) || typed.split('@').length > 2) throw new DomainError('moreThanOneAddress', { field });
    const [local = '', domain = ''] = typed.split('@');
    if (!dotAtom.test(local)) throw new DomainError('notAnAddress', { field });
    return new EmailAddress(withoutPersonalNumber(local, field), domainOf(domain)).notTooLong();
  }

  toString(): string {
    return `${this.local}@${this.domain}`;
  }

  private notTooLong(): this {
    if (this.local.length > maxLocal || this.toString().length > maxTotal)
      throw new DomainError('addressTooLong', { field });
    return this;
  }
}

function domainOf(text: string): string {
  try {
    return domainName(text, field);
  } catch (fault) {
    throw fault instanceof DomainError ? new DomainError('notAnAddress', { field }) : fault;
  }
}
