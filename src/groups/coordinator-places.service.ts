import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Stamp } from '../people/stamp.service';
import { Words } from '../platform/web/words';
import type { Coordinator } from './coordination.service';
import { Consent, consentKinds } from './domain/consent';
import { requireNotAhead } from './domain/day-passed';
import { handedOver } from './domain/handed-over';
import type { Approval } from './domain/member';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';
import { newMember } from './new-member';

interface NewPlace {
  readonly group: ResourceGroup;
  readonly from: Coordinator;
  readonly to: Coordinator;
  /** The service user's yes; the new coordinator's own was said the same day. */
  readonly approval: Approval;
}

/** Gives a group's place as coordinator to somebody else, and writes down the yes of both who have to give one. */
@Injectable()
export class CoordinatorPlaces {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly audit: AuditLog,
    private readonly stamp: Stamp,
    private readonly words: Words,
  ) {}

  /** `by` may be an administrator, who sees no groups: the group is saved as the one who leaves it. */
  async pass(by: Viewer, { group, from, to, approval }: NewPlace): Promise<void> {
    requireNotAhead(approval.on, this.stamp.today(), 'approvedOn');
    const newcomer = newMember(group, { personId: to.personId, part: 'coordinator', approval }, this.stamp);
    await this.groups.save(from.viewer, handedOver(group, { from: from.personId, newcomer, approval }));
    const subjects = [group.id, from.personId, to.personId];
    await this.audit.record(by, { action: 'group.handed-over', about: group.serviceUserId, subjects });
    for (const consent of this.consentsOf(by, { group, from, to, approval })) {
      await this.groups.saveConsent(from.viewer, consent);
      await this.audit.record(by, { action: 'consent.recorded', about: to.personId, subjects: [group.id] });
    }
  }

  private consentsOf(by: Viewer, { group, to, approval }: NewPlace): readonly Consent[] {
    const say = this.words.in(to.viewer.language);
    return consentKinds.map((kind) => {
      const said = { kind, textShown: say(`groups.consent.${kind}.text`), how: 'said', givenOn: approval.on } as const;
      const whose = { organisationId: group.organisationId, groupId: group.id, personId: to.personId, until: null };
      const origin = { id: this.stamp.id<'consent'>(), recordedBy: by.userId, recordedAt: this.stamp.now() };
      return new Consent({ ...said, ...whose, ...origin });
    });
  }
}
