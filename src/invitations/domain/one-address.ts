import { DomainError } from '../../kernel/domain-error';

// An addr-spec without quotes, comments or groups. A comma or semicolon would make two recipients of one;
// beyond ASCII a mail server may need SMTPUTF8, which many lack.
const addrSpec = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** The last guard before a mail: exactly one e-mail address, as it was typed. An error keeps it out of the log. */
export function oneAddress(text: string): string {
  if (text.length > 254 || !addrSpec.test(text)) throw new DomainError('notOneAddress');
  return text;
}
