import type { ResourceGroup } from './domain/resource-group';

/** A group that is made has its own page; a draft has the list of what is left to answer. */
export const homeOf = ({ id, state }: ResourceGroup): string =>
  state === 'forming' ? `/groups/${id}/new` : `/groups/${id}`;
