import { DomainError } from '../../kernel/domain-error';
import type { Database } from '../database/database';
import type { Fault } from './form';

export type Attempt<Result> =
  { readonly kind: 'done'; readonly value: Result } | { readonly kind: 'refused'; readonly fault: Fault };

/** Does the work as one; a broken rule undoes all of it and comes back as a fault to show on the form. */
export async function attempt<Result>(database: Database, work: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { kind: 'done', value: await database.transaction(work) };
  } catch (fault) {
    if (!(fault instanceof DomainError) || fault.code === 'notFound') throw fault;
    const field = typeof fault.values.field === 'string' ? fault.values.field : 'form';
    return { kind: 'refused', fault: { field, code: fault.code, values: fault.values } };
  }
}
