import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { Facts } from '../platform/facts';
import { Consent, type ConsentKind, type ConsentParts } from './domain/consent';
import { ConsentWithdrawn } from './domain/consent-withdrawn';
import { requireNotAhead } from './domain/day-passed';
import { GroupsRepository } from './groups.repository';
import { Stamp } from '../people/stamp.service';

export type GivenConsent = Pick<ConsentParts, 'personId' | 'kind' | 'textShown' | 'how' | 'givenOn' | 'until'>;

export interface ConsentOf {
  readonly personId: PersonId;
  readonly kind: ConsentKind;
}

/** Writes down what people say yes to, and takes it back at once when they change their mind. */
@Injectable()
export class Consents {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly audit: AuditLog,
    private readonly facts: Facts,
    private readonly stamp: Stamp,
  ) {}

  async record(viewer: Viewer, groupId: GroupId, given: GivenConsent): Promise<Consent> {
    requireNotAhead(given.givenOn, this.stamp.today(), 'givenOn');
    await this.requireMember(viewer, groupId, given.personId);
    const origin = { id: this.stamp.id<'consent'>(), recordedBy: viewer.userId, recordedAt: this.stamp.now() };
    const consent = new Consent({ ...given, ...origin, organisationId: viewer.organisationId, groupId });
    await this.groups.saveConsent(viewer, consent);
    await this.audit.record(viewer, { action: 'consent.recorded', about: given.personId, subjects: [groupId] });
    return consent;
  }

  async withdraw(viewer: Viewer, groupId: GroupId, { personId, kind }: ConsentOf): Promise<void> {
    const all = await this.groups.consents(viewer, groupId);
    const standing = all.filter((one) => one.personId === personId && one.kind === kind && one.withdrawnAt === null);
    if (standing.length === 0) throw new DomainError('notFound');
    for (const consent of standing) await this.groups.saveConsent(viewer, consent.withdraw(this.stamp.now()));
    await this.audit.record(viewer, { action: 'consent.withdrawn', about: personId, subjects: [groupId] });
    await this.facts.publish(new ConsentWithdrawn(viewer.organisationId, groupId, personId, kind));
  }

  private async requireMember(viewer: Viewer, groupId: GroupId, personId: PersonId): Promise<void> {
    const group = await this.groups.get(viewer, groupId);
    if (!group.memberOf(personId)) throw new DomainError('notFound');
  }
}
