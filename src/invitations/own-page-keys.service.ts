import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { Groups } from '../groups/groups.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import { AgendaCodes } from './agenda-codes.service';
import type { PersonalLink } from './domain/personal-link';
import { PersonalLinks } from './personal-links.service';

/** The code that was just made; shown once, and not kept. */
export interface HandedKeys {
  readonly code: string;
  /** Only for somebody without e-mail: link and code on one paper would be one key, not two. */
  readonly address: string | null;
}

/** Gives the coordinator what the service user needs to open their own agenda page. */
@Injectable()
export class OwnPageKeys {
  constructor(
    private readonly groups: Groups,
    private readonly links: PersonalLinks,
    private readonly codes: AgendaCodes,
    private readonly audit: AuditLog,
  ) {}

  /** null until the year has been sent: before that there is nothing to open. */
  async linkIn(viewer: Viewer, groupId: GroupId): Promise<PersonalLink | null> {
    const { organisationId, serviceUserId } = await this.groups.get(viewer, groupId);
    await this.audit.record(viewer, { action: 'own-page.read', about: serviceUserId, subjects: [groupId] });
    return this.links.living({ organisationId, groupId, personId: serviceUserId });
  }

  /** A code made before no longer opens anything. */
  async makeCode(viewer: Viewer, groupId: GroupId): Promise<HandedKeys> {
    const link = await this.linkIn(viewer, groupId);
    if (!link) throw new DomainError('nothingToOpenYet');
    const { code, codeHash } = await this.codes.make();
    await this.links.replaceCode(link, codeHash);
    await this.audit.record(viewer, { action: 'agenda-code.made', about: link.personId, subjects: [groupId] });
    return { code, address: link.shown.comesByMail ? null : this.links.addressOf(link) };
  }
}
