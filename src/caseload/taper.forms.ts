import { DomainError } from '../kernel/domain-error';
import { field, Form, oneOf, ticks } from '../platform/web/form';
import type { TaperWish } from './domain/taper-wishes';

// An empty field ends the row of intervals; the last one repeats.
const interval = (typed: string): number | null => {
  if (typed.trim() === '') return null;
  if (!/^-?\d{1,6}$/.test(typed.trim())) throw new DomainError('fieldNotANumber', { field: 'intervals' });
  return Number(typed.trim());
};

const kinds = ['intervals', 'stepUp'] as const;

export const taperForm = new Form({ kind: oneOf(kinds, 'kind'), intervals: ticks(interval) });

export const taperAcceptForm = new Form({ ...taperForm.shape, seen: field((typed) => typed) });

interface Filled {
  readonly kind: TaperWish['kind'];
  readonly intervals: readonly (number | null)[];
}

export const taperWishIn = ({ kind, intervals }: Filled): TaperWish =>
  kind === 'stepUp' ? { kind } : { kind, intervals: intervals.filter((months) => months !== null) };
