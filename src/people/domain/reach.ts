import { DomainError } from '../../kernel/domain-error';
import type { EmailAddress } from './email-address';
import type { Person } from './person';
import type { ProtectedDomain } from './protected-domain';

/** `open` mail is a postcard; `protected` mail goes to a domain the organisation has decided on. */
export type Protection = 'open' | 'protected';

/** How a person can be reached today. */
export type Reach =
  | { readonly by: 'email'; readonly address: string; readonly protection: Protection }
  | { readonly by: 'letter'; readonly address: string }
  | { readonly by: 'phone'; readonly number: string }
  | { readonly by: 'none'; readonly why: 'doesNotWant' | 'protectedIdentity' };

type Reachable = Pick<Person, 'protectedIdentity' | 'route' | 'email' | 'postalAddress' | 'phone'>;

export function reachOf(person: Reachable, domains: readonly Pick<ProtectedDomain, 'domain'>[]): Reach {
  if (person.protectedIdentity) return { by: 'none', why: 'protectedIdentity' };
  switch (person.route) {
    case 'email':
      return byEmail(told(person.email), domains);
    case 'letter':
      return { by: 'letter', address: told(person.postalAddress) };
    case 'phone':
      return { by: 'phone', number: told(person.phone) };
    case 'none':
      return { by: 'none', why: 'doesNotWant' };
  }
}

// Only the very domain: a decision about one says nothing of what lies under it.
const byEmail = (address: EmailAddress, domains: readonly Pick<ProtectedDomain, 'domain'>[]): Reach => ({
  by: 'email',
  address: address.toString(),
  protection: domains.some(({ domain }) => domain === address.domain) ? 'protected' : 'open',
});

function told<Means>(means: Means | null): Means {
  if (means === null) throw new DomainError('fieldMissing', { field: 'reachedBy' });
  return means;
}
