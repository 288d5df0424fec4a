import type { OrganisationId } from '../kernel/identifiers';
import type { ProtectedDomain, ProtectedDomainId } from './domain/protected-domain';

/** Keeps each organisation's decisions on protected mail. */
export abstract class ProtectedDomainRepository {
  abstract of(organisationId: OrganisationId): Promise<readonly ProtectedDomain[]>;
  abstract save(decision: ProtectedDomain): Promise<void>;
  abstract remove(organisationId: OrganisationId, id: ProtectedDomainId): Promise<void>;
}
