import { DomainError } from './domain-error';

// Control characters, line and paragraph separators, and the marks that turn the reading direction:
// in a header or a calendar line they would let one field write another.
const unfit = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

export interface LineRule {
  /** The field's name as the error sentence shows it. */
  readonly field: string;
  readonly max?: number;
}

/** One line of text as a person typed it: trimmed, not empty, nothing hidden in it. */
export function line(text: string, { field, max = 200 }: LineRule): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new DomainError('fieldMissing', { field });
  return optionalLine(trimmed, { field, max });
}

/** As `line`, but may be empty. */
export function optionalLine(text: string, { field, max = 200 }: LineRule): string {
  const trimmed = text.trim();
  if (unfit.test(trimmed)) throw new DomainError('fieldWithHiddenCharacters', { field });
  if (/\{\{|\}\}/.test(trimmed)) throw new DomainError('fieldWithBraces', { field });
  if (trimmed.length > max) throw new DomainError('fieldTooLong', { field, max });
  return trimmed;
}

/** Several lines of text: line breaks are kept, everything else as `optionalLine`. */
export function paragraph(text: string, { field, max = 2000 }: LineRule): string {
  const trimmed = text.replace(/\r\n?/g, '\n').trim();
  for (const one of trimmed.split('\n')) optionalLine(one, { field, max });
  if (trimmed.length > max) throw new DomainError('fieldTooLong', { field, max });
  return trimmed;
}
