import { Injectable } from '@nestjs/common';
import type { Viewer } from '../access/domain/viewer';
import { AuditLog } from '../audit/audit-log.service';
import { type Part, parts } from '../groups/domain/part';
import { Groups } from '../groups/groups.service';
import type { GroupId, PersonId } from '../kernel/identifiers';
import { byName } from '../kernel/in-words';
import { People } from '../people/people.service';
import type { PersonalLink } from './domain/personal-link';
import { LinksRepository } from './links.repository';

/** Somebody who can have a code to the pages that say more than their own times. */
export interface KeyHolder {
  readonly personId: PersonId;
  readonly part: Part;
  /** Empty for somebody whom the viewer may not see. */
  readonly name: string;
  /** null until they have been called: before that there is nothing to open. */
  readonly link: PersonalLink | null;
}

/** Lists who in a group can have a code; the reading is logged. */
@Injectable()
export class KeyHolders {
  constructor(
    private readonly groups: Groups,
    private readonly people: People,
    private readonly links: LinksRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The core trio first, then by name. */
  async in(viewer: Viewer, groupId: GroupId): Promise<readonly KeyHolder[]> {
    const { organisationId, serviceUserId, present } = await this.groups.get(viewer, groupId);
    const ids = present.map(({ personId }) => personId);
    await this.audit.record(viewer, { action: 'own-page.read', about: serviceUserId, subjects: [groupId, ...ids] });
    const links = await this.links.livingIn(organisationId, groupId);
    const known = await this.people.reaches(viewer, ids);
    const order = byName(viewer.language);
    return present
      .map(({ personId, part }) => ({
        ...{ personId, part, name: known.get(personId)?.person.fullName ?? '' },
        link: links.find((link) => link.personId === personId) ?? null,
      }))
      .toSorted((a, b) => parts.indexOf(a.part) - parts.indexOf(b.part) || order(a.name, b.name));
  }
}
