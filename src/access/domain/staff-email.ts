import { DomainError } from '../../kernel/domain-error';
import { line } from '../../kernel/line';

// RFC 5321 §4.5.3.1: 64 letters before the @, 254 in all. Staff addresses are plain ones: dot-atoms and a host name.
const plainAddress =
  /^(?=.{1,254}$)(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/;

/** What a user signs in with: one address, in small letters. */
export function staffEmail(typed: string): string {
  const email = signInName(line(typed, { field: 'staffEmail', max: 254 }));
  if (!plainAddress.test(email)) throw new DomainError('staffEmailUnfit', { field: 'staffEmail' });
  return email;
}

/** Whether anybody can sign in with it: some databases refuse even to look for what is no text. */
export const maySignIn = (name: string): boolean => plainAddress.test(name);

/** The same address however it was typed. */
export const signInName = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();
