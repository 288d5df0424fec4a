import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { DomainError } from '../kernel/domain-error';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { AgendaCodes } from './agenda-codes.service';
import { type KeyHolder, KeyHolders } from './key-holders.service';
import { PersonalLinks } from './personal-links.service';

/** The code that was just made; shown once, and not kept. */
export interface HandedKeys {
  readonly holder: KeyHolder;
  readonly code: string;
  /** Only for somebody without e-mail: link and code on one paper would be one key, not two. */
  readonly address: string | null;
}

/** Gives the coordinator what somebody in the group needs to open their own pages behind the code. */
@Injectable()
export class OwnPageKeys {
  constructor(
    private readonly holders: KeyHolders,
    private readonly links: PersonalLinks,
    private readonly codes: AgendaCodes,
    private readonly audit: AuditLog,
  ) {}

  /** A code made before no longer opens anything. */
  async makeCode(viewer: Viewer, groupId: GroupId, personId: PersonId): Promise<HandedKeys> {
    const holder = (await this.holders.in(viewer, groupId)).find((one) => one.personId === personId);
    if (!holder) throw new DomainError('notFound');
    const { link } = holder;
    if (!link) throw new DomainError('nothingToOpenYet');
    const { code, codeHash } = await this.codes.make();
    await this.links.replaceCode(link, codeHash);
    await this.audit.record(viewer, { action: 'agenda-code.made', about: personId, subjects: [groupId] });
    return { holder, code, address: link.shown.comesByMail ? null : this.links.addressOf(link) };
  }
}
