import { DomainError } from '../../kernel/domain-error';

export interface PasswordRules {
  readonly email: string;
  readonly organisation: string;
  /** Told in small letters. */
  isCommon(password: string): boolean;
}

const fewest = 12;
const most = 128;
// Shorter words than this stand in too many good passwords to refuse them.
const tellingLength = 4;

/** The same password from every keyboard: RFC 8265 §4.2.2 asks for NFC, and keeps spaces and case. */
export const asTyped = (password: string): string => password.normalize('NFC');

/** Letters as people count them. */
const lengthOf = (password: string): number => Array.from(password).length;

export const isTooLong = (password: string): boolean => lengthOf(password) > most;

/** A password that may be chosen: long, not among the common ones, and without the user's own words in it. */
export function chosenPassword(typed: string, rules: PasswordRules): string {
  const password = asTyped(typed);
  if (lengthOf(password) < fewest) refuse('passwordTooShort', { fewest });
  if (isTooLong(password)) refuse('passwordTooLong', { most });
  const small = password.toLowerCase();
  if (rules.isCommon(small) || isOneLetter(small)) refuse('passwordCommon');
  if (holds(small, rules.email.split('@')[0] ?? '')) refuse('passwordHoldsEmail');
  if (holds(small, rules.organisation)) refuse('passwordHoldsOrganisation');
  return password;
}

const isOneLetter = (small: string): boolean => new Set(small).size <= 2;

function holds(password: string, word: string): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s._-]/g, '');
  return plain(word).length >= tellingLength && plain(password).includes(plain(word));
}

function refuse(code: string, values: Readonly<Record<string, number>> = {}): never {
  throw new DomainError(code, { field: 'password', ...values });
}
