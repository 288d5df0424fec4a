import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import { ProtectedDomain, ProtectedDomainId } from './domain/protected-domain';
import { ProtectedDomainRepository } from './protected-domain.repository';
import { Stamp } from './stamp.service';

/** The organisation's decisions on which mail is protected. */
@Injectable()
export class ProtectedMail {
  constructor(
    private readonly domains: ProtectedDomainRepository,
    private readonly log: AuditLog,
    private readonly stamp: Stamp,
  ) {}

  list(viewer: Viewer): Promise<readonly ProtectedDomain[]> {
    return this.domains.of(viewer.organisationId);
  }

  async decide(viewer: Viewer, told: { readonly domain: string; readonly agreement: string }): Promise<void> {
    const { organisationId, userId: decidedBy, name: decidedByName } = viewer;
    const origin = { id: this.stamp.id<'protected domain'>(), organisationId, decidedAt: this.stamp.now() };
    const decision = new ProtectedDomain({ ...origin, decidedBy, decidedByName, ...told });
    const earlier = await this.list(viewer);
    if (earlier.some(({ domain }) => domain === decision.domain))
      throw new DomainError('domainAlreadyProtected', { field: 'protectedDomain', domain: decision.domain });
    await this.domains.save(decision);
    await this.log.record(viewer, { action: 'protected-mail.decided', about: null, subjects: [decision.id] });
  }

  async get(viewer: Viewer, id: ProtectedDomainId): Promise<ProtectedDomain> {
    const decision = (await this.list(viewer)).find((one) => one.id === id);
    if (!decision) throw new DomainError('notFound');
    return decision;
  }

  /** From now on mail to the domain is open again. */
  async withdraw(viewer: Viewer, id: ProtectedDomainId): Promise<void> {
    const decision = await this.get(viewer, id);
    await this.domains.remove(viewer.organisationId, decision.id);
    await this.log.record(viewer, { action: 'protected-mail.withdrawn', about: null, subjects: [decision.id] });
  }
}
