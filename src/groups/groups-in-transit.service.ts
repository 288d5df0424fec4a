import { Injectable } from '@nestjs/common';
import { Assignments } from '../access/assignments.service';
import type { Viewer } from '../access/domain/viewer';
import { DomainError } from '../kernel/domain-error';
import type { GroupId } from '../kernel/identifiers';
import type { Consent } from './domain/consent';
import type { ResourceGroup } from './domain/resource-group';
import { GroupsRepository } from './groups.repository';
import { Profiles } from './profiles.service';

/** A group and what its people have said yes to. */
export interface GroupInTransit {
  readonly group: ResourceGroup;
  readonly consents: readonly Consent[];
}

/** Takes a group out to a file, and brings one in from it under the id it had. */
@Injectable()
export class GroupsInTransit {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly assignments: Assignments,
    private readonly profiles: Profiles,
  ) {}

  async takeOut(id: GroupId): Promise<GroupInTransit> {
    const organisationId = await this.groups.organisationOf(id);
    const group = organisationId && (await this.groups.ofOrganisation(organisationId, id));
    if (!group) throw new DomainError('noSuchGroup', { id });
    return { group, consents: await this.groups.consentsOf(group.organisationId, id) };
  }

  async bringIn(viewer: Viewer, { group, consents }: GroupInTransit): Promise<void> {
    if ((await this.groups.organisationOf(group.id)) !== null) throw new DomainError('groupAlreadyHere');
    this.profiles.get(group.profile);
    await this.assignments.assign(viewer, 'group', group.id);
    await this.groups.save(viewer, group);
    for (const consent of consents) await this.groups.saveConsent(viewer, consent);
  }
}
