import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '../../kernel/identifiers';
import { Database } from '../../platform/database/database';
import type { ProtectedDomain, ProtectedDomainId } from '../domain/protected-domain';
import { ProtectedDomainRepository } from '../protected-domain.repository';
import { protectedDomainSchema } from './people.schemas';

@Injectable()
export class TypeormProtectedDomainRepository extends ProtectedDomainRepository {
  constructor(private readonly database: Database) {
    super();
  }

  of(organisationId: OrganisationId): Promise<readonly ProtectedDomain[]> {
    return this.rows().find({ where: { organisationId }, order: { domain: 'ASC' } });
  }

  async save(decision: ProtectedDomain): Promise<void> {
    await this.rows().save(decision);
  }

  async remove(organisationId: OrganisationId, id: ProtectedDomainId): Promise<void> {
    await this.rows().delete({ organisationId, id });
  }

  private rows() {
    return this.database.repository<ProtectedDomain>(protectedDomainSchema);
  }
}
