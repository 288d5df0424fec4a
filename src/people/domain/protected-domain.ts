import type { Id, OrganisationId, UserId } from '../../kernel/identifiers';
import { Instant } from '../../kernel/instant';
import { domainName } from './domain-name';
import { plainParagraph } from './personal-number';
import { DomainError } from '../../kernel/domain-error';

export type ProtectedDomainId = Id<'protected domain'>;

export interface ProtectedDomainTold {
  readonly id: ProtectedDomainId;
  readonly organisationId: OrganisationId;
  readonly domain: string;
  readonly agreement: string;
  readonly decidedBy: UserId;
  /** As the name was then: the decision stands on its own. */
  readonly decidedByName: string;
  readonly decidedAt: Instant;
}

/** The organisation's decision that mail to one domain is protected: enforced TLS and an agreement of its own. */
export class ProtectedDomain implements ProtectedDomainTold {
  readonly id: ProtectedDomainId;
  readonly organisationId: OrganisationId;
  readonly domain: string;
  readonly agreement: string;
  readonly decidedBy: UserId;
  readonly decidedByName: string;
  readonly decidedAt: Instant;

  constructor(told: ProtectedDomainTold) {
    this.id = told.id;
    this.organisationId = told.organisationId;
    this.domain = domainName(told.domain, 'protectedDomain');
    this.agreement = agreementText(told.agreement);
    this.decidedBy = told.decidedBy;
    this.decidedByName = told.decidedByName;
    this.decidedAt = told.decidedAt;
  }
}

function agreementText(text: string): string {
  const agreement = plainParagraph(text, { field: 'agreement', max: 2000 });
  if (agreement === '') throw new DomainError('fieldMissing', { field: 'agreement' });
  return agreement;
}
