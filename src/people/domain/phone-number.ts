import { DomainError } from '../../kernel/domain-error';
import { line } from '../../kernel/line';
import { holdsPersonalNumber } from './personal-number';

const field = 'phoneNumber';

/** A number to dial, kept as it was typed. Begins with 0 or +; 15 digits at most (ITU-T E.164 §6). */
export function phoneNumber(text: string): string {
  const typed = line(text, { field, max: 40 });
  const digits = typed.replace(/\D/g, '');
  const isDialled = /^[+0(][\d\s()/-]+$/.test(typed) && digits.length >= 5 && digits.length <= 15;
  // A number that begins with 0 may have the shape of a birthday by chance, so only others are suspected.
  if (!isDialled && holdsPersonalNumber(typed)) throw new DomainError('personalNumberTyped', { field });
  if (!isDialled) throw new DomainError('notAPhoneNumber', { field });
  return typed;
}
